import { deleteMembership, getMember } from "@/db/queries/members";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { holdMembers, requireAnotherOwner, requireRank } from "./hold-members";
import { inTransaction } from "./transaction";
import { withdrawInvites } from "./withdraw-invites";

/**
 * Takes a member out of the workspace, at once; their account stays. Everybody may leave by themselves. Only owners
 * remove owners, and the last one stays. Throws NotFound, Forbidden, or Conflict for the last owner.
 */
export async function removeMember(ctx: Context, input: { userId: string }): Promise<void> {
  const { actor } = ctx;
  await inTransaction(ctx, async (tx) => {
    const actorRole = await holdMembers(tx);
    const leaves = actor.type === "user" && actor.id === input.userId;
    if (!leaves) requireRank(actorRole, "member");
    const member = await getMember(tx.db, tx.workspaceId, input.userId);
    if (!member) throw new NotFound("The member");
    if (!leaves) requireRank(actorRole, member.role);
    if (member.role === "owner") await requireAnotherOwner(tx);
    await deleteMembership(tx.db, tx.workspaceId, member.userId);
    await withdrawInvites(tx, member.userId, null);
    await recordAudit(tx, {
      action: leaves ? "member.left" : "member.removed",
      target: { type: "member", id: member.userId, name: member.name },
      before: { role: member.role, email: member.email },
    });
  });
}
