import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberships, workspaces } from "@/db/schema";
import type { Role } from "@/lib/auth/roles";

export type WorkspaceView = typeof workspaces.$inferSelect;

/** A workspace as the switcher lists it. */
export interface OwnWorkspace {
  slug: string;
  name: string;
  role: Role;
}

/** The workspaces that a user is in, by name. */
export async function listWorkspacesOfUser(db: Database, userId: string): Promise<OwnWorkspace[]> {
  return db
    .select({ slug: workspaces.slug, name: workspaces.name, role: memberships.role })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(workspaces.name), asc(workspaces.id));
}
