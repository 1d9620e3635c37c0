import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { kindWhere, type DeliveryFilters } from "./delivery-filters";
import { farIds, nearIds, within } from "./delivery-page";
import { rareMatches } from "./delivery-words";
import { readSearch, shareOf, wordsOccur } from "./log-search";
import type { Position } from "./page";

/**
 * Queries for the ids of a page's deliveries, newest first. The first that finds `limit` of them has them all; else the
 * last one has.
 */
export async function pageIds(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  before: Position | null,
  limit: number,
): Promise<SQL[]> {
  const search = readSearch(filters.search);
  if (search?.kind === "words") {
    const share = await shareOf(db, workspaceId, search.words);
    if (share === null) return [indexedIds(workspaceId, filters, search.words, before, limit)];
    return [await frequentIds(db, { workspaceId, filters, words: search.words, share, before, limit })];
  }
  if (search !== null || filters.eventId !== undefined) {
    const ids = {
      delivery: search?.kind === "delivery" ? search.id : undefined,
      events: [filters.eventId ?? []].flat(),
    };
    if (search?.kind === "event") ids.events.push(search.id);
    return [givenIds(workspaceId, filters, ids, before, limit)];
  }
  if (!isFiltered(filters)) return [nearIds(workspaceId, filters, before, limit)];
  return [nearIds(workspaceId, filters, before, limit), farIds(workspaceId, filters, before, limit)];
}

/** Whether rows are passed over. Within a range of time alone, the first rows are the page. */
const isFiltered = ({ status, channelId, provider, eventType, projectId, test }: DeliveryFilters): boolean =>
  [status, channelId, provider, eventType, projectId, test].some((filter) => filter !== undefined);

/** Few events have the words: from the index of words to their deliveries. */
const indexedIds = (
  workspaceId: string,
  filters: DeliveryFilters,
  words: string[],
  before: Position | null,
  limit: number,
): SQL => sql`
  select id from (${rareMatches(workspaceId, filters, words)}) d
  where ${within({}, before)}
  order by created_at desc, id desc limit ${limit}`;

interface FrequentSearch {
  workspaceId: string;
  filters: DeliveryFilters;
  words: string[];
  /** Of the events, those that have the words: about how many of one. */
  share: number;
  before: Position | null;
  limit: number;
}

/** Twice as many as it takes on average, so that one look is mostly enough; then more and more. */
const SPARE = 2;
const GROWTH = 8;

/** Many events have the words: deliveries that match the filters are looked at, as many as it probably takes. */
async function frequentIds(db: Database, search: FrequentSearch): Promise<SQL> {
  const { workspaceId, filters, words, share, before, limit } = search;
  const first = Math.ceil((limit / share) * SPARE);
  const near = await told(db, nearIds(workspaceId, filters, before, first), words, limit);
  if (near.ids.length >= limit) return near.query;
  for (let look = first; ; look *= GROWTH) {
    const far = await told(db, farIds(workspaceId, filters, before, look), words, limit);
    if (far.ids.length >= limit || far.seen < look) return far.query;
  }
}

/** Which of these deliveries have the words, newest first, and how many were looked at. */
async function told(db: Database, candidates: SQL, words: string[], limit: number) {
  const [row] = await db.execute<{ seen: number; ids: string[] }>(sql`
    with candidates as materialized (${candidates})
    select (select count(*)::int from candidates) as seen, array(
      select id from deliveries
      where id = any(array(select id from candidates))
        and (select ${wordsOccur(words)} from events where events.id = deliveries.event_id)
      order by created_at desc, id desc limit ${limit}
    ) as ids`);
  const { seen, ids } = row ?? { seen: 0, ids: [] };
  return { seen, ids, query: sql`select unnest(${sql.param(ids)}::text[])` };
}

const givenIds = (
  workspaceId: string,
  filters: DeliveryFilters,
  ids: { delivery: string | undefined; events: string[] },
  before: Position | null,
  limit: number,
): SQL => sql`
  select id from deliveries
  where ${kindWhere(workspaceId, filters)} and ${within(filters, before)}
    ${ids.delivery === undefined ? sql`` : sql`and id = ${ids.delivery}`}
    ${sql.join(ids.events.map((id) => sql`and event_id = ${id}`))}
  -- Not as the index of the log has it, or the planner may walk that one.
  order by date_trunc('milliseconds', created_at) desc, id desc limit ${limit}`;
