import { and, asc, count, eq, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberships, users, workspaces } from "@/db/schema";
import type { Role } from "@/lib/auth/roles";
import { containing } from "./containing";

/** A member as screens show them. */
export interface MemberView {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** Members, strongest role first, then by name; `total` counts those beyond `limit` too. `search`: in name or address. */
export async function listMembers(
  db: Database,
  workspaceId: string,
  { search = "", limit }: { search?: string; limit: number },
): Promise<{ rows: MemberView[]; total: number }> {
  const found = and(
    eq(memberships.workspaceId, workspaceId),
    search === ""
      ? undefined
      : or(ilike(users.name, containing(search)), ilike(users.email, containing(search))),
  );
  const [rows, [all]] = await Promise.all([
    membersOf(db)
      .where(found)
      .orderBy(RANK, sql`lower(${users.name})`, asc(users.id))
      .limit(limit),
    db
      .select({ total: count() })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(found),
  ]);
  return { rows, total: all?.total ?? 0 };
}

/** Owners and admins, whom a member may turn to; owners first. */
export async function listManagers(db: Database, workspaceId: string, limit: number): Promise<MemberView[]> {
  return membersOf(db)
    .where(and(eq(memberships.workspaceId, workspaceId), sql`${memberships.role} <> 'member'`))
    .orderBy(RANK, sql`lower(${users.name})`, asc(users.id))
    .limit(limit);
}

/** Null when the user is unknown or not in this workspace. */
export async function getMember(
  db: Database,
  workspaceId: string,
  userId: string,
): Promise<MemberView | null> {
  const [row] = await membersOf(db).where(one(workspaceId, userId));
  return row ?? null;
}

/** Lets no other transaction that asks the same change who is in the workspace, until this one ends. */
export async function lockMembers(db: Database, workspaceId: string): Promise<void> {
  // Not "for update": that would make refused events and counts wait, whose foreign keys hold the row too.
  await db.execute(sql`select 1 from ${workspaces} where id = ${workspaceId} for no key update`);
}

export async function countOwners(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ owners: count() })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "owner")));
  return row?.owners ?? 0;
}

/** Where a user is a member, and as what. */
export async function listRolesOfUser(
  db: Database,
  userId: string,
): Promise<{ workspaceId: string; role: Role }[]> {
  return db
    .select({ workspaceId: memberships.workspaceId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, userId));
}

/** Whether a user is in workspaces at all, and `ownerId` is an owner of every one of them. */
export async function ownsWorkspacesOf(db: Database, ownerId: string, userId: string): Promise<boolean> {
  const owned = db
    .select({ workspaceId: memberships.workspaceId })
    .from(memberships)
    .where(and(eq(memberships.userId, ownerId), eq(memberships.role, "owner")));
  const [row] = await db
    .select({ all: sql<boolean | null>`bool_and(${memberships.workspaceId} in (${owned}))` })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  return row?.all === true;
}

/** False when the user is in the workspace already; then nothing changes. */
export async function insertMembership(
  db: Database,
  membership: { workspaceId: string; userId: string; role: Role },
): Promise<boolean> {
  const added = await db.insert(memberships).values(membership).onConflictDoNothing().returning();
  return added.length > 0;
}

export async function updateMemberRole(
  db: Database,
  workspaceId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await db.update(memberships).set({ role }).where(one(workspaceId, userId));
}

export async function deleteMembership(db: Database, workspaceId: string, userId: string): Promise<void> {
  await db.delete(memberships).where(one(workspaceId, userId));
}

const one = (workspaceId: string, userId: string) =>
  and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId));

const RANK = sql`array_position(array['owner', 'admin', 'member'], ${memberships.role})`;

const membersOf = (db: Database) =>
  db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      joinedAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId));
