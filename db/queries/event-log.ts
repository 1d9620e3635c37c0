import { and, desc, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, plans } from "@/db/schema";
import { eventsWhere, type EventFilters } from "./event-filters";
import { outcomesOf, type EventOutcome } from "./event-outcomes";
import { planOfEvent } from "./event-plan";
import { eventsWithWords } from "./event-words";
import { eventMatches, readSearch } from "./log-search";
import { afterCursor, positionOf, toPage, type Page, type PageRequest } from "./page";

export type { EventFilters, EventMatch } from "./event-filters";

/** An event as the log shows it. */
export interface EventLogRow extends EventOutcome {
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
  const outcomeOf = await outcomesOf(db, workspaceId, cut.rows);
  return {
    ...cut,
    rows: cut.rows.map(({ channels, matches, ...row }) => ({
      ...row,
      ...outcomeOf({ id: row.id, channels, matches }),
    })),
  };
}
