import type { Database } from "@/db/client";
import { ownsWorkspacesOf } from "@/db/queries/members";
import { claimReset, endResetsOfUser, findResetByHash, type HeldReset } from "@/db/queries/password-resets";
import { updatePassword, type SessionUser } from "@/db/queries/users";
import { hashLinkToken } from "@/lib/auth/link-token";
import { hashPassword } from "@/lib/auth/password";
import { passwordProblem } from "@/lib/auth/password-rules";
import { Conflict, Invalid } from "@/lib/errors";
import { recordAccountAudit, type VisitorContext } from "./account-context";

/** A link that may be used now: open, and whoever issued it is still an owner of every workspace that it opens. */
export async function usableReset(db: Database, token: string): Promise<HeldReset | null> {
  const reset = await findResetByHash(db, hashLinkToken(token));
  if (reset?.state !== "open") return null;
  return (await ownsWorkspacesOf(db, reset.createdBy, reset.user.id)) ? reset : null;
}

/**
 * Sets another password by a reset link, which is used up; of many at once, one. Every session ends; the answer begins a
 * new one. Throws Conflict for a link that can't be used, Invalid for an unusable password.
 */
export async function resetPassword(
  ctx: VisitorContext,
  input: { token: string; password: string },
): Promise<SessionUser> {
  const reset = await usableReset(ctx.db, input.token);
  if (!reset) throw unusable();
  const message = passwordProblem(input.password, reset.user);
  if (message !== null) throw new Invalid(message, [{ path: "password", message }]);
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (db) => {
    // Again: hashing took a while, and another use of the link may have been faster.
    if (!(await usableReset(db, input.token)) || !(await claimReset(db, reset.id))) throw unusable();
    const user = await updatePassword(db, reset.user.id, passwordHash);
    await endResetsOfUser(db, user.id);
    await recordAccountAudit({ ...ctx, db, user: reset.user }, "member.password_reset");
    return user;
  });
}

const unusable = () =>
  new Conflict(
    "reset_unusable",
    "This link can't be used any more. Ask an owner of your workspace for a new one.",
  );
