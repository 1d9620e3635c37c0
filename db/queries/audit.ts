import { and, asc, desc, eq, gte, ilike, isNull, lt, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { containing } from "./containing";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

export type AuditEntry = Omit<typeof auditEntries.$inferSelect, "workspaceId">;

export interface AuditFilters {
  action?: string;
  actorId?: string;
  /** What the product did by itself. */
  system?: true;
  targetId?: string;
  /** A target's id, or a part of its name. */
  target?: string;
  since?: Date;
  until?: Date;
}

/** The audit trail of a workspace, newest first. */
export async function listAudit(
  db: Database,
  workspaceId: string,
  filters: AuditFilters,
  page: PageRequest,
): Promise<Page<AuditEntry>> {
  const scope = { list: "audit", workspaceId };
  const rows = await db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        ...matching(filters),
        afterCursor(scope, page, auditEntries.at, auditEntries.id),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(page.limit + 1);
  return toPage(scope, rows, page.limit, (row) => ({ at: row.at, id: row.id }));
}

/** Who acted in a workspace, each once, under the newest name; the product itself without an id. At most `limit`. */
export async function listAuditActors(
  db: Database,
  workspaceId: string,
  limit: number,
): Promise<Pick<AuditEntry, "actorType" | "actorId" | "actorName">[]> {
  return db
    .selectDistinctOn([auditEntries.actorId], {
      actorType: auditEntries.actorType,
      actorId: auditEntries.actorId,
      actorName: auditEntries.actorName,
    })
    .from(auditEntries)
    .where(eq(auditEntries.workspaceId, workspaceId))
    .orderBy(asc(auditEntries.actorId), desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
}

/** Which actions occur in a workspace, by name. */
export async function listAuditActions(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.workspaceId, workspaceId))
    .orderBy(asc(auditEntries.action));
  return rows.map(({ action }) => action);
}

export async function insertAudit(db: Database, entry: typeof auditEntries.$inferInsert): Promise<void> {
  await db.insert(auditEntries).values(entry);
}

const matching = ({ action, actorId, system, targetId, target, since, until }: AuditFilters) => [
  action === undefined ? undefined : eq(auditEntries.action, action),
  actorId === undefined ? undefined : eq(auditEntries.actorId, actorId),
  system && isNull(auditEntries.actorId),
  targetId === undefined ? undefined : eq(auditEntries.targetId, targetId),
  target === undefined
    ? undefined
    : or(eq(auditEntries.targetId, target), ilike(auditEntries.targetName, containing(target))),
  since && gte(auditEntries.at, since),
  until && lt(auditEntries.at, until),
];
