import { getMember, updateMemberRole, type MemberView } from "@/db/queries/members";
import type { Role } from "@/lib/auth/roles";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { holdMembers, requireAnotherOwner, requireRank } from "./hold-members";
import { inTransaction } from "./transaction";
import { withdrawInvites } from "./withdraw-invites";

/**
 * Gives a member another role, at once. Only owners make or unmake owners; the last one stays. Throws NotFound, Forbidden,
 * or Conflict for the last owner.
 */
export async function changeRole(ctx: Context, input: { userId: string; role: Role }): Promise<MemberView> {
  return inTransaction(ctx, async (tx) => {
    const actorRole = await holdMembers(tx);
    requireRank(actorRole, "member");
    const member = await getMember(tx.db, tx.workspaceId, input.userId);
    if (!member) throw new NotFound("The member");
    requireRank(actorRole, member.role, input.role);
    if (member.role === input.role) return member;
    if (member.role === "owner") await requireAnotherOwner(tx);
    await updateMemberRole(tx.db, tx.workspaceId, member.userId, input.role);
    await withdrawInvites(tx, member.userId, input.role);
    await recordAudit(tx, {
      action: "member.role_changed",
      target: { type: "member", id: member.userId, name: member.name },
      before: { role: member.role },
      after: { role: input.role },
    });
    return { ...member, role: input.role };
  });
}
