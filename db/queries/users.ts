import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";

/** A user without the password hash. */
export interface UserView {
  id: string;
  email: string;
  name: string;
}

export type UserCredential = UserView & { passwordHash: string; sessionVersion: number };

/** Who signs in with this address, in whatever case; null when nobody does. */
export async function findUserByEmail(db: Database, email: string): Promise<UserCredential | null> {
  const [row] = await db
    .select({ ...view, passwordHash: users.passwordHash, sessionVersion: users.sessionVersion })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return row ?? null;
}

/** The user of a session, or null when the user is gone or the session was revoked. */
export async function findSessionUser(
  db: Database,
  id: string,
  sessionVersion: number,
): Promise<UserView | null> {
  const [row] = await db
    .select(view)
    .from(users)
    .where(and(eq(users.id, id), eq(users.sessionVersion, sessionVersion)));
  return row ?? null;
}

/** Ends every session of the user: what they carry no longer matches. */
export async function revokeSessions(db: Database, id: string): Promise<void> {
  await db
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, id));
}

const view = { id: users.id, email: users.email, name: users.name };
