import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { inspectorRequests, inspectors, workspaces, type InspectorAnswer } from "@/db/schema";
import { newId } from "@/lib/ids";

export type Inspector = typeof inspectors.$inferSelect;
export type InspectorRequest = typeof inspectorRequests.$inferSelect;

/** The inspector with this address, of whatever workspace; null when there is none or its time is over. */
export async function findInspector(db: Database, token: string): Promise<Inspector | null> {
  const [row] = await db
    .select()
    .from(inspectors)
    .where(and(eq(inspectors.token, token), notExpired()));
  return row ?? null;
}

/** The same for one workspace only. */
export async function getInspector(
  db: Database,
  workspaceId: string,
  token: string,
): Promise<Inspector | null> {
  const found = await findInspector(db, token);
  return found?.workspaceId === workspaceId ? found : null;
}

/** The slug of the workspace that owns an inspector; null when there is none or its time is over. */
export async function slugOfInspector(db: Database, token: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: workspaces.slug })
    .from(inspectors)
    .innerJoin(workspaces, eq(workspaces.id, inspectors.workspaceId))
    .where(and(eq(inspectors.token, token), notExpired()));
  return row?.slug ?? null;
}

/** What arrived at an inspector, newest first. The token is the permission: whoever has it may look. */
export async function listInspectorRequests(
  db: Database,
  token: string,
  limit: number,
): Promise<InspectorRequest[]> {
  return db
    .select()
    .from(inspectorRequests)
    .where(eq(inspectorRequests.token, token))
    .orderBy(desc(inspectorRequests.receivedAt), desc(inspectorRequests.id))
    .limit(limit);
}

/** Stores a request and drops all but the `keep` newest of its inspector. */
export async function insertInspectorRequest(
  db: Database,
  request: Omit<typeof inspectorRequests.$inferInsert, "id" | "receivedAt">,
  keep: number,
): Promise<void> {
  await db.insert(inspectorRequests).values({ ...request, id: newId("inspectorRequest") });
  const edge = db
    .select({ id: inspectorRequests.id })
    .from(inspectorRequests)
    .where(eq(inspectorRequests.token, request.token))
    .orderBy(desc(inspectorRequests.receivedAt), desc(inspectorRequests.id))
    .offset(keep);
  await db.delete(inspectorRequests).where(sql`${inspectorRequests.id} in (${edge})`);
}

export async function insertInspector(
  db: Database,
  inspector: {
    token: string;
    workspaceId: string;
    name: string;
    expiresAt: Date | null;
    answer?: InspectorAnswer;
  },
): Promise<void> {
  await db.insert(inspectors).values(inspector);
}

/** Changes what an inspector answers. False when it is unknown or another workspace's. */
export async function updateInspectorAnswer(
  db: Database,
  workspaceId: string,
  token: string,
  answer: InspectorAnswer,
): Promise<boolean> {
  const changed = await db
    .update(inspectors)
    .set({ answer })
    .where(and(eq(inspectors.workspaceId, workspaceId), eq(inspectors.token, token), notExpired()))
    .returning({ token: inspectors.token });
  return changed.length > 0;
}

/** Ends inspectors whose time is over, with what they stored. Answers how many. */
export async function deleteExpiredInspectors(db: Database): Promise<number> {
  const gone = await db
    .delete(inspectors)
    .where(lt(inspectors.expiresAt, sql`now()`))
    .returning({ token: inspectors.token });
  return gone.length;
}

const notExpired = () => or(isNull(inspectors.expiresAt), gt(inspectors.expiresAt, sql`now()`));
