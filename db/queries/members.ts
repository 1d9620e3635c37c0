import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberships, workspaces } from "@/db/schema";
import type { Role } from "@/lib/auth/roles";
import type { WorkspaceView } from "./workspaces";

/** A user's place in a workspace. */
export interface Membership {
  workspace: WorkspaceView;
  role: Role;
}

/** The workspace with this slug and the user's role in it; null when it is unknown or the user is not in it. */
export async function findMembership(db: Database, userId: string, slug: string): Promise<Membership | null> {
  const [row] = await db
    .select({ workspace: workspaces, role: memberships.role })
    .from(workspaces)
    .innerJoin(memberships, eq(memberships.workspaceId, workspaces.id))
    .where(and(eq(workspaces.slug, slug), eq(memberships.userId, userId)));
  return row ?? null;
}
