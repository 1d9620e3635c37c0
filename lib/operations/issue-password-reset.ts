import { getMember, ownsWorkspacesOf } from "@/db/queries/members";
import { endResetsOfUser, insertReset } from "@/db/queries/password-resets";
import { hashLinkToken, newLinkToken } from "@/lib/auth/link-token";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { holdMembers } from "./hold-members";
import { inTransaction } from "./transaction";

/** Hours that a reset link may be used: handed over the same day, and worth nothing afterwards. */
export const RESET_HOURS = 24;

const HOUR_MS = 60 * 60 * 1000;

/**
 * Makes a link with which a member can set another password, once; links from before end. Owners only. It opens the whole
 * account, so the member must be in no workspace that this owner does not own. `token` is shown here once and stored
 * nowhere. Throws Forbidden, NotFound, Conflict.
 */
export async function issuePasswordReset(
  ctx: Context,
  input: { userId: string },
): Promise<{ token: string; expiresAt: Date }> {
  const { actor } = ctx;
  const token = newLinkToken();
  return inTransaction(ctx, async (tx) => {
    const role = await holdMembers(tx);
    if (role !== "owner" || actor.type !== "user") {
      throw new Forbidden("Only owners may issue password links. Ask one of them.");
    }
    const member = await getMember(tx.db, tx.workspaceId, input.userId);
    if (!member) throw new NotFound("The member");
    if (member.userId === actor.id) {
      throw new Conflict("own_password", "Change your own password on your account page.");
    }
    if (!(await ownsWorkspacesOf(tx.db, actor.id, member.userId))) throw beyond(member.name);
    const expiresAt = new Date(Date.now() + RESET_HOURS * HOUR_MS);
    await endResetsOfUser(tx.db, member.userId);
    await insertReset(tx.db, {
      ...{ id: newId("reset"), userId: member.userId, tokenHash: hashLinkToken(token) },
      ...{ createdBy: actor.id, expiresAt },
    });
    await recordAudit(tx, {
      action: "member.password_link_issued",
      target: { type: "member", id: member.userId, name: member.name },
      after: { expiresAt: expiresAt.toISOString() },
    });
    return { token, expiresAt };
  });
}

const beyond = (name: string) =>
  new Conflict(
    "member_elsewhere",
    `${name} is in another workspace too, of which you are no owner. An owner of all of them can issue the link.`,
  );
