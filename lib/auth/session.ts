import "server-only";
import { decode, encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";
import { rawSql } from "@/db/client";
import { findSessionUser, type SessionUser, type UserView } from "@/db/queries/users";
import { env } from "@/lib/env";
import { claimOf, isSecure, SESSION_SECONDS, sessionCookieName, type SessionClaim } from "./auth";

/** The signed-in user of this request, or null. Looked up once a request. */
export const auth = cache(async (): Promise<UserView | null> => {
  const session = await openSession();
  return session && findSessionUser(rawSql(), session.userId, session.version);
});

/**
 * What the session of this request says, or null without one; the database knows whether it was revoked. NextAuth's
 * getServerSession would seal a new token each time, which no browser gets.
 */
export async function openSession(): Promise<SessionClaim | null> {
  const sealed = (await cookies()).get(sessionCookieName())?.value;
  if (sealed === undefined) return null;
  // Not sealed here, or expired.
  const token = await decode({ token: sealed, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return token && claimOf(token);
}

/** Begins a session: sets the cookie that NextAuth reads. Only in server actions and route handlers. */
export async function startSession(user: SessionUser): Promise<void> {
  const token = { sub: user.id, email: user.email, name: user.name, version: user.sessionVersion };
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  const jar = await cookies();
  jar.set(sessionCookieName(), value, { ...COOKIE, secure: isSecure(), maxAge: SESSION_SECONDS });
}

/** Ends the session of this browser: forgets its cookie. Only in server actions and route handlers. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), "", { ...COOKIE, secure: isSecure(), maxAge: 0 });
}

const COOKIE = { httpOnly: true, sameSite: "lax", path: "/" } as const;
