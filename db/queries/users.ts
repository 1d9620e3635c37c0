import { eq, sql } from "drizzle-orm";
import type { Database, Sql } from "@/db/client";
import { users } from "@/db/schema";

/** A user without the password hash. */
export interface UserView {
  id: string;
  email: string;
  name: string;
}

/** What a session begins with. */
export type SessionUser = UserView & { sessionVersion: number };

export type UserCredential = SessionUser & { passwordHash: string };

/** Who signs in with this address, in whatever case; null when nobody does. */
export async function findUserByEmail(db: Database, email: string): Promise<UserCredential | null> {
  const [row] = await db
    .select({ ...session, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return row ?? null;
}

/** The user of a session, or null when the user is gone or the session was revoked. */
export async function findSessionUser(
  sql: Sql,
  id: string,
  sessionVersion: number,
): Promise<UserView | null> {
  const [row] = await sql<UserView[]>`
    select id, email, name from users where id = ${id} and session_version = ${sessionVersion}`;
  return row ?? null;
}

/** Whether anybody has an account here. */
export async function hasUsers(db: Database): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row !== undefined;
}

/** Lets no other transaction that asks the same decide that nobody is here yet, until this one ends. */
export async function lockFirstUser(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-user', 0))`);
}

/** Adds a user; null when the address has an account, in whatever case. */
export async function insertUser(
  db: Database,
  user: { id: string; email: string; name: string; passwordHash: string },
): Promise<SessionUser | null> {
  const [row] = await db.insert(users).values(user).onConflictDoNothing().returning(session);
  return row ?? null;
}

/** Sets another password and ends every session; answers what the next session begins with. */
export async function updatePassword(db: Database, id: string, passwordHash: string): Promise<SessionUser> {
  const [row] = await db
    .update(users)
    .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, id))
    .returning(session);
  if (!row) throw new Error("The user whose password was to be changed is gone.");
  return row;
}

/** Gives the user another name. */
export async function updateUserName(db: Database, id: string, name: string): Promise<void> {
  await db.update(users).set({ name }).where(eq(users.id, id));
}

/** Ends every session of the user: what they carry no longer matches. */
export async function revokeSessions(db: Database, id: string): Promise<void> {
  await db
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, id));
}

const view = { id: users.id, email: users.email, name: users.name };
const session = { ...view, sessionVersion: users.sessionVersion };
