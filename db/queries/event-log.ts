import { and, desc, eq, gte, lt, lte, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { deliveries, events, intakes, plans } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { countsOf } from "./delivery-histogram";
import { planOfEvent } from "./event-plan";
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
  plannedAt: plans.plannedAt,
  test: events.test,
  apiKeyId: events.apiKeyId,
  actorId: events.actorId,
  searchText: events.searchText,
  // octet_length reads the size alone; the text itself is fetched for short ones only.
  data: sql<string | null>`case when octet_length(${events.data}) <= ${LISTED_DATA} then ${events.data} end`,
  channels: plans.channels,
  matches: plans.matches,
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
  // The moment of a plan is its events': few without a match are found by the index of such plans.
  const at = filters.match === "unmatched" && !words ? plans.receivedAt : events.receivedAt;
  const where = eventsWhere(workspaceId, { ...filters, until }, at);
  // The cursor's moment by itself, too: where it is a plan's, the index knows nothing of the event's id.
  const indexed = and(where.indexed, before && lte(at, before), afterCursor(scope, page, at, events.id));
  const all = and(indexed, where.others, search?.kind === "words" ? undefined : eventMatches(search));
  const limit = page.limit + 1;
  const narrowing = { indexed, others: where.others };
  const looked =
    words &&
    (await eventsWithWords(db, { workspaceId, words, where: narrowing, limit, latest: until ?? before }));
  const rows = await db
    .select(columns)
    .from(events)
    .leftJoin(plans, planOfEvent)
    .where(looked ? and(all, sql`${events.id} = any(${sql.param(looked.ids)}::text[])`) : all)
    .orderBy(desc(at), desc(events.id))
    .limit(limit);
  const position = (row: (typeof rows)[number]) => ({ at: row.receivedAt, id: row.id });
  const cut = toPage(scope, rows, page.limit, position, looked?.lookedTo);
  const outcomes = await outcomesOf(db, workspaceId, cut.rows);
  return {
    ...cut,
    rows: cut.rows.map(({ channels, matches, ...row }) => {
      const deliveries = countsOf((status) => outcomes.counts.get(`${row.id} ${status}`) ?? 0);
      const total = (channels ?? 0) + (outcomes.added.get(row.id) ?? 0);
      return { ...row, channels: { total, matched: Math.max(matches ?? 0, sumOf(deliveries)) }, deliveries };
    }),
  };
}

const sumOf = (counts: Record<DeliveryStatus, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Deliveries by event and status; and where a replay has made some, how many of their channels were not asked at first. */
async function outcomesOf(
  db: Database,
  workspaceId: string,
  shown: { id: string; matches: number | null }[],
): Promise<{ counts: Map<string, number>; added: Map<string, number> }> {
  const eventIds = shown.map(({ id }) => id);
  if (eventIds.length === 0) return { counts: new Map(), added: new Map() };
  const rows = await db
    .select({ eventId: deliveries.eventId, status: deliveries.status, count: sql`count(*)`.mapWith(Number) })
    .from(deliveries)
    .where(ofEvents(workspaceId, eventIds))
    .groupBy(deliveries.eventId, deliveries.status);
  const totals = new Map<string, number>();
  for (const { eventId, count } of rows) totals.set(eventId, (totals.get(eventId) ?? 0) + count);
  const replayed = shown.filter(({ id, matches }) => (totals.get(id) ?? 0) > (matches ?? 0));
  return {
    counts: new Map(rows.map((row) => [`${row.eventId} ${row.status}`, row.count])),
    added: await addedByReplays(
      db,
      workspaceId,
      replayed.map(({ id }) => id),
    ),
  };
}

async function addedByReplays(
  db: Database,
  workspaceId: string,
  eventIds: string[],
): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const asked = sql`jsonb_build_array(jsonb_build_object('channelId', ${deliveries.channelId}))`;
  const rows = await db
    .select({ eventId: deliveries.eventId, count: sql`count(*)`.mapWith(Number) })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .innerJoin(plans, planOfEvent)
    .where(and(ofEvents(workspaceId, eventIds), sql`not ${plans.routing} @> ${asked}`))
    .groupBy(deliveries.eventId);
  return new Map(rows.map((row) => [row.eventId, row.count]));
}

// As a case, or the planner may walk an index of the workspace instead of the event's.
const ofEvents = (workspaceId: string, eventIds: string[]): SQL =>
  sql`${deliveries.eventId} in ${eventIds} and case when ${deliveries.workspaceId} = ${workspaceId} then true end`;

/** The filters as conditions: those that narrow an index, and those that only the events themselves answer. */
function eventsWhere(workspaceId: string, filters: EventFilters, at: PgColumn) {
  const { type, projectId, match, test, since, until } = filters;
  const ofProject = projectId === undefined ? undefined : eq(events.projectId, projectId);
  return {
    indexed: and(
      eq(events.workspaceId, workspaceId),
      type === undefined ? ofProject : eq(events.type, type),
      match === "pending" ? isPending(workspaceId) : undefined,
      test === undefined ? undefined : eq(events.test, test),
      since && gte(at, since),
      until && lt(at, until),
    ),
    others: and(
      type === undefined ? undefined : ofProject,
      match === "matched" ? sql`(${plans.matches} > 0 or ${HAS_DELIVERIES})` : undefined,
      match === "unmatched"
        ? and(
            eq(plans.workspaceId, workspaceId),
            eq(plans.matches, 0),
            eq(plans.receivedAt, events.receivedAt),
            sql`not ${HAS_DELIVERIES}`,
          )
        : undefined,
    ),
  };
}

/** Of its plan, or of a replay. Not as `exists`, which the planner may answer by reading all deliveries. */
const HAS_DELIVERIES = sql`coalesce((select true from ${deliveries} d where d.event_id = ${events.id} limit 1), false)`;

const isPending = (workspaceId: string): SQL => sql`${events.id} in (
  select e.id from ${intakes} i
  join ${events} e on e.workspace_id = i.workspace_id and e.received_at = i.received_at and e.intake_id = i.id
  where i.workspace_id = ${workspaceId} and i.planned_at is null)`;
