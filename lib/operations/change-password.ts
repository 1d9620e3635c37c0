import { endResetsOfUser } from "@/db/queries/password-resets";
import { updatePassword, type SessionUser } from "@/db/queries/users";
import { hashPassword } from "@/lib/auth/password";
import { passwordProblem } from "@/lib/auth/password-rules";
import { checkSignIn, SIGN_IN_LIMIT } from "@/lib/auth/sign-in";
import { Invalid, LimitReached } from "@/lib/errors";
import { recordAccountAudit, type AccountContext } from "./account-context";

/**
 * Changes the user's own password. Every session ends; the answer begins a new one. Wrong current passwords count like
 * failed sign-ins. Throws Invalid naming the field, LimitReached after too many wrong ones.
 */
export async function changePassword(
  ctx: AccountContext,
  input: { current: string; next: string },
): Promise<SessionUser> {
  const problem = passwordProblem(input.next, ctx.user);
  if (problem !== null) throw invalid("next", problem);
  await requirePassword(ctx, input.current);
  if (input.next === input.current) throw invalid("next", "Choose another password than the present one.");
  const passwordHash = await hashPassword(input.next);
  return ctx.db.transaction(async (db) => {
    const user = await updatePassword(db, ctx.user.id, passwordHash);
    await endResetsOfUser(db, user.id);
    await recordAccountAudit({ ...ctx, db }, "member.password_changed");
    return user;
  });
}

async function requirePassword(ctx: AccountContext, password: string): Promise<void> {
  const address = ctx.origin?.address ?? "unknown";
  const result = await checkSignIn(ctx.db, { email: ctx.user.email, password, address });
  if (result.ok) return;
  if (result.reason === "wrong_credentials") throw invalid("current", "This is not your present password.");
  throw new LimitReached("Too many failed tries. Wait 15 minutes and try again.", SIGN_IN_LIMIT.window);
}

const invalid = (path: string, message: string) => new Invalid(message, [{ path, message }]);
