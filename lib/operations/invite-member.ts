import { countOpenInvites, insertInvite, type InviteView } from "@/db/queries/invites";
import { hashLinkToken, newLinkToken } from "@/lib/auth/link-token";
import type { Role } from "@/lib/auth/roles";
import { Conflict, Forbidden, Invalid, type FieldError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { holdMembers, requireRank } from "./hold-members";
import { MAX_NAME } from "./names";
import { inTransaction } from "./transaction";

/** Days that an invitation may be used. */
export const INVITE_DAYS = 7;

/** Open invitations of one workspace: more than anybody oversees. */
const MAX_OPEN = 100;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes an invitation into the workspace that one person can use once; `token` is shown here once and stored nowhere.
 * `note` says whom it is for. Throws Forbidden, Invalid, or Conflict when too many are open.
 */
export async function inviteMember(
  ctx: Context,
  input: { role: Role; note?: string },
): Promise<{ invite: InviteView; token: string }> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new Forbidden("Only people of this workspace may invite.");
  const note = cleanNote(input.note ?? "");
  const token = newLinkToken();
  return inTransaction(ctx, async (tx) => {
    requireRank(await holdMembers(tx), input.role);
    if ((await countOpenInvites(tx.db, tx.workspaceId)) >= MAX_OPEN) {
      throw new Conflict("too_many_invites", `${MAX_OPEN} invitations are open. Revoke some first.`);
    }
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + INVITE_DAYS * DAY_MS);
    const invite = { id: newId("invite"), role: input.role, note, createdAt, expiresAt };
    await insertInvite(tx.db, {
      ...invite,
      workspaceId: tx.workspaceId,
      tokenHash: hashLinkToken(token),
      createdBy: actor.id,
    });
    await recordAudit(tx, {
      action: "invite.created",
      target: { type: "invite", id: invite.id, name: note },
      after: { role: input.role, expiresAt: expiresAt.toISOString() },
    });
    return { invite: { ...invite, invitedBy: actor.name }, token };
  });
}

function cleanNote(value: string): string | null {
  const note = value.trim();
  const errors: FieldError[] = [];
  const refuse = (rule: string) => errors.push({ path: "note", message: `The note ${rule}.` });
  if (note.length > MAX_NAME) refuse(`must have at most ${MAX_NAME} characters`);
  if (/\p{Cc}/u.test(note)) refuse("must be one line without control characters");
  const [first] = errors;
  if (first) throw new Invalid(first.message, errors);
  return note || null;
}
