import { eq } from "drizzle-orm";
import type { Database, Sql } from "@/db/client";
import { workspaces } from "@/db/schema";
import type { Role } from "@/lib/auth/roles";

export type WorkspaceView = typeof workspaces.$inferSelect;

/** A workspace as the switcher lists it. */
export interface OwnWorkspace {
  slug: string;
  name: string;
  role: Role;
}

/** The workspaces that a user is in, by name. */
export const listWorkspacesOfUser = (sql: Sql, userId: string): Promise<OwnWorkspace[]> => sql<
  OwnWorkspace[]
>`
  select w.slug, w.name, m.role from memberships m join workspaces w on w.id = m.workspace_id
  where m.user_id = ${userId} order by w.name, w.id`;

/** Adds a workspace; null when its slug is taken. */
export async function insertWorkspace(
  db: Database,
  workspace: typeof workspaces.$inferInsert,
): Promise<WorkspaceView | null> {
  const [row] = await db
    .insert(workspaces)
    .values(workspace)
    .onConflictDoNothing({ target: workspaces.slug })
    .returning();
  return row ?? null;
}

/** The workspace, unchanged by others until the transaction ends. */
export async function lockWorkspace(db: Database, id: string): Promise<WorkspaceView | null> {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.id, id)).for("no key update");
  return row ?? null;
}

export async function updateWorkspaceRow(
  db: Database,
  id: string,
  changes: { name?: string; locale?: string; timeZone?: string },
): Promise<WorkspaceView> {
  const [row] = await db.update(workspaces).set(changes).where(eq(workspaces.id, id)).returning();
  if (!row) throw new Error("The workspace that was to be changed is gone.");
  return row;
}
