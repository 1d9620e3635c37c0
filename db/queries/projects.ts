import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { projects } from "@/db/schema";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** A project as screens and answers show it. */
export interface ProjectView {
  id: string;
  name: string;
  archived: boolean;
  archivedAt: Date | null;
  createdAt: Date;
}

/** The workspace's projects, newest first; with `archived`, those that are or those that are not. */
export async function listProjects(
  db: Database,
  workspaceId: string,
  filters: { archived?: boolean },
  page: PageRequest,
): Promise<Page<ProjectView>> {
  const scope = { list: "projects", workspaceId };
  const rows = await db
    .select()
    .from(projects)
    .where(
      and(
        eq(projects.workspaceId, workspaceId),
        filters.archived === undefined
          ? undefined
          : (filters.archived ? isNotNull : isNull)(projects.archivedAt),
        afterCursor(scope, page, projects.createdAt, projects.id),
      ),
    )
    .orderBy(desc(projects.createdAt), desc(projects.id))
    .limit(page.limit + 1);
  return toPage(scope, rows.map(toView), page.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** Null when it is unknown or another workspace's. */
export async function getProject(db: Database, workspaceId: string, id: string): Promise<ProjectView | null> {
  const [row] = await db.select().from(projects).where(one(workspaceId, id));
  return row ? toView(row) : null;
}

/** Which of these ids are projects of the workspace. */
export async function knownProjectIds(
  db: Database,
  workspaceId: string,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.workspaceId, workspaceId), inArray(projects.id, ids)));
  return new Set(rows.map((row) => row.id));
}

/** Inserts a project and answers it as stored. */
export async function insertProject(
  db: Database,
  project: { id: string; workspaceId: string; name: string },
): Promise<ProjectView> {
  const [row] = await db.insert(projects).values(project).returning();
  if (!row) throw new Error("The database did not answer the inserted project.");
  return toView(row);
}

/** Changes a project and answers it; null when it is unknown or another workspace's. */
export async function updateProjectRow(
  db: Database,
  workspaceId: string,
  id: string,
  changes: { name?: string; archivedAt?: Date | null },
): Promise<ProjectView | null> {
  const [row] = await db.update(projects).set(changes).where(one(workspaceId, id)).returning();
  return row ? toView(row) : null;
}

const one = (workspaceId: string, id: string) =>
  and(eq(projects.workspaceId, workspaceId), eq(projects.id, id));

const toView = (row: typeof projects.$inferSelect): ProjectView => ({
  id: row.id,
  name: row.name,
  archived: row.archivedAt !== null,
  archivedAt: row.archivedAt,
  createdAt: row.createdAt,
});
