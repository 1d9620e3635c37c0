import { and, desc, eq, gte, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { countsOf } from "./delivery-histogram";
import { eventsWithWords } from "./event-words";
import { eventMatches, readSearch } from "./log-search";
import { afterCursor, positionOf, toPage, type Page, type PageRequest } from "./page";

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

/** Every ingested event of a workspace, newest first. A search for words that rarely meet ends early (`lookedTo`). */
export async function listEventLog(
  db: Database,
  workspaceId: string,
  filters: EventFilters,
  page: PageRequest,
): Promise<Page<EventLogRow>> {
  const scope = { list: "event-log", workspaceId };
  const search = readSearch(filters.search);
  const words = search?.kind === "words" ? search.words : null;
  const before = positionOf(scope, page)?.at;
  // One bound only: of two, Postgres may begin at the wrong one, and read all that lies between.
  const until = before && filters.until && before < filters.until ? undefined : filters.until;
  const where = eventsWhere(workspaceId, { ...filters, until });
  const indexed = and(where.indexed, afterCursor(scope, page, events.receivedAt, events.id));
  const all = and(indexed, where.others, search?.kind === "words" ? undefined : eventMatches(search));
  const limit = page.limit + 1;
  const narrowing = { indexed, others: where.others };
  const looked =
    words &&
    (await eventsWithWords(db, { workspaceId, words, where: narrowing, limit, latest: until ?? before }));
  const rows = await db
    .select(columns)
    .from(events)
    .where(looked ? and(all, sql`${events.id} = any(${sql.param(looked.ids)}::text[])`) : all)
    .orderBy(desc(events.receivedAt), desc(events.id))
    .limit(limit);
  const position = (row: (typeof rows)[number]) => ({ at: row.receivedAt, id: row.id });
  const cut = toPage(scope, rows, page.limit, position, looked?.lookedTo);
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

/** The filters as conditions: those that narrow an index, and those that only the events themselves answer. */
function eventsWhere(workspaceId: string, filters: EventFilters) {
  const { type, projectId, match, test, since, until } = filters;
  const ofProject = projectId === undefined ? undefined : eq(events.projectId, projectId);
  const matches = match && MATCHES[match];
  return {
    indexed: and(
      eq(events.workspaceId, workspaceId),
      type === undefined ? ofProject : eq(events.type, type),
      match === "pending" ? matches : undefined,
      test === undefined ? undefined : eq(events.test, test),
      since && gte(events.receivedAt, since),
      until && lt(events.receivedAt, until),
    ),
    others: and(type === undefined ? undefined : ofProject, match === "pending" ? undefined : matches),
  };
}

const someMatched = sql`${events.routing} @> '[{"reason": null}]'`;

const MATCHES = {
  pending: isNull(events.plannedAt),
  matched: and(isNotNull(events.plannedAt), someMatched),
  unmatched: and(isNotNull(events.plannedAt), sql`not coalesce(${someMatched}, false)`),
} satisfies Record<EventMatch, SQL | undefined>;
