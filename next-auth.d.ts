import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    id: string;
    email: string;
    name: string;
    sessionVersion: number;
  }

  interface Session {
    /** Null when the session was revoked. */
    user: { id: string; email: string; name: string } | null;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** The user's session version when the session began. */
    version?: number;
  }
}
