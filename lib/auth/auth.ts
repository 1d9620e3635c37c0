import "server-only";
import type { AuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { db, rawSql } from "@/db/client";
import { findSessionUser } from "@/db/queries/users";
import { env } from "@/lib/env";
import { ownAddress } from "./callback-url";
import { clientAddress } from "./client-address";
import { checkSignIn } from "./sign-in";

/** Seconds that a session lasts. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Cookies travel over https only when the product's own address is https. */
export const isSecure = (): boolean => env().APP_URL.startsWith("https://");

export const sessionCookieName = (): string =>
  isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** The settings of NextAuth. A function: the environment is not read at import. */
export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      Credentials({
        name: "Password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          if (!credentials) return null;
          const address = clientAddress(new Headers(request.headers));
          const result = await checkSignIn(db(), { ...credentials, address });
          return result.ok ? result.user : null;
        },
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id, version: user.sessionVersion } : token),
      // Asked on every use.
      async session({ session, token }) {
        const claim = claimOf(token);
        const user = claim && (await findSessionUser(rawSql(), claim.userId, claim.version));
        return { expires: session.expires, user };
      },
    },
  };
}

/** Whose session it is said to be. A version that is no longer the user's belongs to a revoked session. */
export interface SessionClaim {
  userId: string;
  version: number;
}

/** What a token claims; null when it is none of ours. */
export const claimOf = ({ sub, version }: JWT): SessionClaim | null =>
  sub === undefined || version === undefined ? null : { userId: sub, version };
