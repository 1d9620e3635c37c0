import { getOpenInvite, revokeInviteRow } from "@/db/queries/invites";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { holdMembers, requireRank } from "./hold-members";
import { inTransaction } from "./transaction";

/** Ends an open invitation. Throws NotFound when there is none, or Forbidden when the actor could not have made it. */
export async function revokeInvite(ctx: Context, input: { id: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const role = await holdMembers(tx);
    // Before the look-up: whoever may invite nobody learns nothing of what is open.
    requireRank(role, "member");
    const invite = await getOpenInvite(tx.db, tx.workspaceId, input.id);
    if (!invite) throw new NotFound("The invitation");
    requireRank(role, invite.role);
    // Accepted between the two statements: then it is no longer open.
    if (!(await revokeInviteRow(tx.db, tx.workspaceId, invite.id))) throw new NotFound("The invitation");
    await recordAudit(tx, {
      action: "invite.revoked",
      target: { type: "invite", id: invite.id, name: invite.note },
      before: { role: invite.role },
    });
  });
}
