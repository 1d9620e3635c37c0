import { revokeInvitesBeyond } from "@/db/queries/invites";
import type { Role } from "@/lib/auth/roles";
import { recordAudit } from "./audit";
import type { Context } from "./context";

/**
 * Revokes the open invitations that a member made and could not make any more in `role` (null: removed), so that nobody
 * comes back through a link of their own.
 */
export async function withdrawInvites(ctx: Context, userId: string, role: Role | null): Promise<void> {
  for (const id of await revokeInvitesBeyond(ctx.db, ctx.workspaceId, userId, role)) {
    await recordAudit(ctx, { action: "invite.revoked", target: { type: "invite", id, name: null } });
  }
}
