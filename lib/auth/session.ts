import "server-only";
import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";
import type { SessionUser, UserView } from "@/db/queries/users";
import { env } from "@/lib/env";
import { authOptions, isSecure, SESSION_SECONDS, sessionCookieName } from "./auth";

/** The signed-in user of this request, or null. Looked up once a request. */
export const auth = cache(async (): Promise<UserView | null> => {
  const session = await getServerSession(authOptions());
  return session?.user ?? null;
});

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
