import type { Database } from "@/db/client";
import { claimInvite, findInviteByHash, type HeldInvite, type InviteState } from "@/db/queries/invites";
import { insertMembership } from "@/db/queries/members";
import { hashLinkToken } from "@/lib/auth/link-token";
import { Conflict, NotFound } from "@/lib/errors";
import { asUser, type AccountContext } from "./account-context";
import { recordAudit } from "./audit";

/** The open invitation of a link. Throws NotFound for an unknown link and Conflict for one that is used up. */
export async function openInvite(db: Database, token: string): Promise<HeldInvite> {
  const invite = await findInviteByHash(db, hashLinkToken(token));
  if (!invite) throw new NotFound("The invitation");
  if (invite.state !== "open") throw spent(invite.state);
  return invite;
}

/** Uses the invitation up and adds the account to its workspace; call it in a transaction. Throws Conflict. */
export async function joinWith(ctx: AccountContext, invite: HeldInvite): Promise<void> {
  const { workspace, role } = invite;
  const { id: userId, name, email } = ctx.user;
  if (!(await claimInvite(ctx.db, invite.id, userId))) throw spent("accepted");
  if (!(await insertMembership(ctx.db, { workspaceId: workspace.id, userId, role }))) {
    throw new Conflict("already_member", `You are in ${workspace.name} already.`);
  }
  await recordAudit(asUser(ctx, workspace.id, role), {
    action: "member.joined",
    target: { type: "member", id: userId, name },
    after: { role, email, inviteId: invite.id },
  });
}

const SPENT = {
  accepted: "This invitation has been used. Each is for one person.",
  revoked: "This invitation was withdrawn.",
  expired: "This invitation is too old.",
} as const satisfies Record<Exclude<InviteState, "open">, string>;

/** Why an invitation can't be used any more, and what to do. */
export const spentMessage = (state: Exclude<InviteState, "open">): string =>
  `${SPENT[state]} Ask whoever sent it for a new one.`;

const spent = (state: Exclude<InviteState, "open">) => new Conflict(`invite_${state}`, spentMessage(state));
