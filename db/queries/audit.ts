import { and, desc, eq, gte, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

export type AuditEntry = Omit<typeof auditEntries.$inferSelect, "workspaceId">;

export interface AuditFilters {
  action?: string;
  actorId?: string;
  targetId?: string;
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
        filters.action === undefined ? undefined : eq(auditEntries.action, filters.action),
        filters.actorId === undefined ? undefined : eq(auditEntries.actorId, filters.actorId),
        filters.targetId === undefined ? undefined : eq(auditEntries.targetId, filters.targetId),
        filters.since && gte(auditEntries.at, filters.since),
        filters.until && lt(auditEntries.at, filters.until),
        afterCursor(scope, page, auditEntries.at, auditEntries.id),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(page.limit + 1);
  return toPage(scope, rows, page.limit, (row) => ({ at: row.at, id: row.id }));
}

export async function insertAudit(db: Database, entry: typeof auditEntries.$inferInsert): Promise<void> {
  await db.insert(auditEntries).values(entry);
}
