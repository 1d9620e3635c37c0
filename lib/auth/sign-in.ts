import type { Database } from "@/db/client";
import { bookFailure, unbookFailure } from "@/db/queries/sign-in-failures";
import { findUserByEmail, type SessionUser } from "@/db/queries/users";
import { verifyPassword } from "./password";
import { MAX_PASSWORD } from "./password-rules";

export type SignInResult =
  { ok: true; user: SessionUser } | { ok: false; reason: "wrong_credentials" | "too_many_failures" };

/** Failures per account and address, and the seconds they count for. */
export const SIGN_IN_LIMIT = { limit: 10, window: 15 * 60 } as const;

// RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them angle brackets.
const MAX_EMAIL = 254;

/**
 * Checks e-mail and password. A wrong one and an unknown address answer alike, in about the same time. The try is
 * booked as a failure before the password is looked at, and taken back when it fits.
 */
export async function checkSignIn(
  db: Database,
  input: { email: string; password: string; address: string },
): Promise<SignInResult> {
  const account = input.email.trim().toLowerCase();
  if (account === "" || account.length > MAX_EMAIL || input.password.length > MAX_PASSWORD) {
    return { ok: false, reason: "wrong_credentials" };
  }
  const source = { account, address: input.address };
  if (!(await bookFailure(db, source, SIGN_IN_LIMIT))) return { ok: false, reason: "too_many_failures" };
  const user = await findUserByEmail(db, account);
  const fits = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !fits) return { ok: false, reason: "wrong_credentials" };
  await unbookFailure(db, source);
  const { id, email, name, sessionVersion } = user;
  return { ok: true, user: { id, email, name, sessionVersion } };
}
