import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { db } from "@/db/client";
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
      // Asked on every use: a token whose version is no longer the user's belongs to a revoked session.
      async session({ session, token }) {
        const { sub, version } = token;
        const user =
          sub !== undefined && version !== undefined ? await findSessionUser(db(), sub, version) : null;
        return { expires: session.expires, user };
      },
    },
  };
}
