import { and, desc, eq, gte, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { countsOf } from "./delivery-histogram";
import { eventMatches, readSearch, shareOf, wordsOccur } from "./log-search";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** `pending` has no routing yet; of the others, `matched` means that at least one channel was to get it. */
export type EventMatch = "matched" | "unmatched" | "pending";

/** What narrows the event log. Absent means all; `since` is inclusive, `until` is not, both on `receivedAt`. */
export interface EventFilters {
  type?: string;
  projectId?: string;
  match?: EventMatch;
  /** The id of an event or a delivery, or words that all occur in what the event tells; any case. */
  search?: string;
  test?: boolean;
  since?: Date;
  until?: Date;
}

/** An event as the log shows it. */
export interface EventLogRow {
  id: string;
  type: string;
  projectId: string | null;
  createdAt: Date;
  receivedAt: Date;
  /** Null while it waits for its routing. */
  plannedAt: Date | null;
  test: boolean;
  /** Null for what came from no API key: tests, and what the product reports itself. */
  apiKeyId: string | null;
  actorId: string | null;
  /** Its title, names and values, lower case. */
  searchText: string;
  /** JSON text; null where it is too long for a list. */
  data: string | null;
  /** Channels that routing looked at, and those of them that were to get the event. */
  channels: { matched: number; total: number };
  deliveries: Record<DeliveryStatus, number>;
}

/** Bytes of an event's data that a list still carries: a page of 50 then stays within 1 MB. */
const LISTED_DATA = 16_384;

const columns = {
  id: events.id,
  type: events.type,
  projectId: events.projectId,
  createdAt: events.createdAt,
  receivedAt: events.receivedAt,
  plannedAt: events.plannedAt,
  test: events.test,
  apiKeyId: events.apiKeyId,
  actorId: events.actorId,
  searchText: events.searchText,
  // octet_length reads the size alone; the text itself is fetched for short ones only.
  data: sql<string | null>`case when octet_length(${events.data}) <= ${LISTED_DATA} then ${events.data} end`,
  routing: events.routing,
};

/** Every ingested event of a workspace, newest first. */
export async function listEventLog(
  db: Database,
  workspaceId: string,
  filters: EventFilters,
  page: PageRequest,
): Promise<Page<EventLogRow>> {
  const scope = { list: "event-log", workspaceId };
  const rows = await db
    .select(columns)
    .from(events)
    .where(
      and(
        eventsWhere(workspaceId, filters),
        await narrowed(db, workspaceId, filters),
        afterCursor(scope, page, events.receivedAt, events.id),
      ),
    )
    .orderBy(desc(events.receivedAt), desc(events.id))
    .limit(page.limit + 1);
  const cut = toPage(scope, rows, page.limit, (row) => ({ at: row.receivedAt, id: row.id }));
  const outcomes = await outcomesOf(
    db,
    workspaceId,
    cut.rows.map((row) => row.id),
  );
  return {
    ...cut,
    rows: cut.rows.map(({ routing, ...row }) => ({
      ...row,
      channels: {
        total: routing?.length ?? 0,
        matched: routing?.filter((decision) => decision.reason === null).length ?? 0,
      },
      deliveries: countsOf((status) => outcomes.get(`${row.id} ${status}`) ?? 0),
    })),
  };
}

async function outcomesOf(
  db: Database,
  workspaceId: string,
  eventIds: string[],
): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select({ eventId: deliveries.eventId, status: deliveries.status, count: sql`count(*)`.mapWith(Number) })
    .from(deliveries)
    // As a case, or the planner may walk an index of the workspace instead of the event's.
    .where(
      sql`${deliveries.eventId} in ${eventIds} and case when ${deliveries.workspaceId} = ${workspaceId} then true end`,
    )
    .groupBy(deliveries.eventId, deliveries.status);
  return new Map(rows.map((row) => [`${row.eventId} ${row.status}`, row.count]));
}

/** Where few events have the words, the index of words finds them; it holds planned ones only, the others are few. */
async function narrowed(
  db: Database,
  workspaceId: string,
  { search }: EventFilters,
): Promise<SQL | undefined> {
  const read = readSearch(search);
  if (read?.kind !== "words" || (await shareOf(db, workspaceId, read.words)) !== null) return undefined;
  const found = (planned: SQL) => sql`
    select id from events where workspace_id = ${workspaceId} and ${planned} and ${wordsOccur(read.words)}`;
  return sql`${events.id} = any(array(
    (${found(sql`planned_at is not null`)}) union all (${found(sql`planned_at is null`)})))`;
}

const eventsWhere = (workspaceId: string, filters: EventFilters) =>
  and(
    eq(events.workspaceId, workspaceId),
    filters.type === undefined ? undefined : eq(events.type, filters.type),
    filters.projectId === undefined ? undefined : eq(events.projectId, filters.projectId),
    filters.match && MATCHES[filters.match],
    filters.test === undefined ? undefined : eq(events.test, filters.test),
    eventMatches(filters.search),
    filters.since && gte(events.receivedAt, filters.since),
    filters.until && lt(events.receivedAt, filters.until),
  );

const someMatched = sql`${events.routing} @> '[{"reason": null}]'`;

const MATCHES = {
  pending: isNull(events.plannedAt),
  matched: and(isNotNull(events.plannedAt), someMatched),
  unmatched: and(isNotNull(events.plannedAt), sql`not coalesce(${someMatched}, false)`),
} satisfies Record<EventMatch, SQL | undefined>;
