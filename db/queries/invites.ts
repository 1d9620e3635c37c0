import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invites, users, workspaces } from "@/db/schema";
import type { Role } from "@/lib/auth/roles";

/** An invitation as screens show it: never its token. */
export interface InviteView {
  id: string;
  role: Role;
  note: string | null;
  /** Null when that user is gone. */
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** What became of an invitation. */
export type InviteState = "open" | "accepted" | "revoked" | "expired";

/** An invitation as whoever holds its link sees it. */
export interface HeldInvite {
  id: string;
  workspace: { id: string; slug: string; name: string };
  role: Role;
  invitedBy: string | null;
  expiresAt: Date;
  state: InviteState;
}

/** The open invitations of a workspace, newest first. */
export async function listOpenInvites(
  db: Database,
  workspaceId: string,
  limit: number,
): Promise<InviteView[]> {
  return db
    .select(view)
    .from(invites)
    .leftJoin(users, eq(users.id, invites.createdBy))
    .where(and(eq(invites.workspaceId, workspaceId), isOpen()))
    .orderBy(desc(invites.createdAt), desc(invites.id))
    .limit(limit);
}

export async function countOpenInvites(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(invites)
    .where(and(eq(invites.workspaceId, workspaceId), isOpen()));
  return row?.open ?? 0;
}

/** The invitation with this SHA-256, of whatever workspace and in whatever state; the link is the permission. */
export async function findInviteByHash(db: Database, tokenHash: string): Promise<HeldInvite | null> {
  const [row] = await db
    .select({
      id: invites.id,
      workspace: { id: workspaces.id, slug: workspaces.slug, name: workspaces.name },
      role: invites.role,
      invitedBy: users.name,
      expiresAt: invites.expiresAt,
      state: sql<InviteState>`case
        when ${invites.acceptedAt} is not null then 'accepted'
        when ${invites.revokedAt} is not null then 'revoked'
        when ${invites.expiresAt} <= now() then 'expired'
        else 'open' end`,
    })
    .from(invites)
    .innerJoin(workspaces, eq(workspaces.id, invites.workspaceId))
    .leftJoin(users, eq(users.id, invites.createdBy))
    .where(eq(invites.tokenHash, tokenHash));
  return row ?? null;
}

export async function insertInvite(db: Database, invite: typeof invites.$inferInsert): Promise<void> {
  await db.insert(invites).values(invite);
}

/** Uses an open invitation up; false when it is not open, so that of many only one succeeds. */
export async function claimInvite(db: Database, id: string, acceptedBy: string): Promise<boolean> {
  const claimed = await db
    .update(invites)
    .set({ acceptedAt: sql`now()`, acceptedBy })
    .where(and(eq(invites.id, id), isOpen()))
    .returning({ id: invites.id });
  return claimed.length > 0;
}

/** Null when it is unknown, another workspace's or not open. */
export async function getOpenInvite(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<InviteView | null> {
  const [row] = await db
    .select(view)
    .from(invites)
    .leftJoin(users, eq(users.id, invites.createdBy))
    .where(and(eq(invites.workspaceId, workspaceId), eq(invites.id, id), isOpen()));
  return row ?? null;
}

/** Ends an open invitation; false when it is unknown, another workspace's or not open. */
export async function revokeInviteRow(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const revoked = await db
    .update(invites)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invites.workspaceId, workspaceId), eq(invites.id, id), isOpen()))
    .returning({ id: invites.id });
  return revoked.length > 0;
}

/** Ends what a user has invited to and could not any more: all, or (an admin) what makes owners. Answers the ids. */
export async function revokeInvitesBeyond(
  db: Database,
  workspaceId: string,
  createdBy: string,
  role: Role | null,
): Promise<string[]> {
  if (role === "owner") return [];
  const beyond = role === "admin" ? eq(invites.role, "owner") : undefined;
  const revoked = await db
    .update(invites)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invites.workspaceId, workspaceId), eq(invites.createdBy, createdBy), beyond, isOpen()))
    .returning({ id: invites.id });
  return revoked.map(({ id }) => id);
}

const isOpen = () =>
  and(isNull(invites.acceptedAt), isNull(invites.revokedAt), gt(invites.expiresAt, sql`now()`));

const view = {
  id: invites.id,
  role: invites.role,
  note: invites.note,
  invitedBy: users.name,
  createdAt: invites.createdAt,
  expiresAt: invites.expiresAt,
};
