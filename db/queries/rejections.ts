import { and, desc, eq, gte, ilike, lt, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { rejections } from "@/db/schema";
import { containing } from "./containing";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** A refused ingestion with what its caller was told. */
export type RejectionView = Omit<typeof rejections.$inferSelect, "workspaceId">;

export interface RejectionFilters {
  code?: string;
  apiKeyId?: string;
  eventType?: string;
  /** A part of the type, the code, what was wrong, or the key's name; any case. */
  search?: string;
  since?: Date;
  until?: Date;
}

export async function insertRejection(db: Database, row: typeof rejections.$inferInsert): Promise<void> {
  await db.insert(rejections).values(row);
}

/** What was refused lately, newest first. */
export async function listRejections(
  db: Database,
  workspaceId: string,
  filters: RejectionFilters,
  page: PageRequest,
): Promise<Page<RejectionView>> {
  const scope = { list: "rejections", workspaceId };
  const rows = await db
    .select()
    .from(rejections)
    .where(
      and(
        eq(rejections.workspaceId, workspaceId),
        filters.code === undefined ? undefined : eq(rejections.code, filters.code),
        filters.apiKeyId === undefined ? undefined : eq(rejections.apiKeyId, filters.apiKeyId),
        filters.eventType === undefined ? undefined : eq(rejections.eventType, filters.eventType),
        found(filters.search),
        filters.since && gte(rejections.receivedAt, filters.since),
        filters.until && lt(rejections.receivedAt, filters.until),
        afterCursor(scope, page, rejections.receivedAt, rejections.id),
      ),
    )
    .orderBy(desc(rejections.receivedAt), desc(rejections.id))
    .limit(page.limit + 1);
  return toPage(scope, rows, page.limit, (row) => ({ at: row.receivedAt, id: row.id }));
}

function found(text: string | undefined) {
  const typed = text?.trim() ?? "";
  if (typed === "") return undefined;
  const pattern = containing(typed);
  return or(
    ...[rejections.eventType, rejections.code, rejections.message, rejections.apiKeyName].map((column) =>
      ilike(column, pattern),
    ),
  );
}
