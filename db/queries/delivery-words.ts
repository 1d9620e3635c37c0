import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { HOUR_MS } from "./buckets";
import { isFiltered, kindWhere, type DeliveryFilters } from "./delivery-filters";
import { endOf, farRows, lastHour, within } from "./delivery-page";
import { areRare, FOUND_ALL, foundByIndex, wordsOccur, type Looked } from "./log-search";
import type { Position } from "./page";

/** A search for words in the delivery log. */
export interface WordSearch {
  workspaceId: string;
  filters: DeliveryFilters;
  words: readonly string[];
}

interface WordPage extends WordSearch {
  before: Position | null;
  limit: number;
}

/** Deliveries whose events are read for their words, at most: some 15 ms. */
const MOST_LOOKED_AT = 7_000;

/** A page of the deliveries whose events have all these words. */
export async function idsWithWords(db: Database, page: WordPage): Promise<Looked> {
  const { workspaceId, filters, words, before } = page;
  if (await areRare(db, workspaceId, words, endOf(filters, before))) {
    const ids = await indexedIds(db, page);
    if (ids !== null) return { ids, lookedTo: null };
  }
  return lookThrough(db, page);
}

/** By way of the index of words; null when it finds too many. */
async function indexedIds(db: Database, page: WordPage): Promise<string[] | null> {
  const [row] = await db.execute<{ ids: string[] | null }>(sql`
    with ${foundByIndex(page.workspaceId, page.words)}
    select case when ${FOUND_ALL} then array(
      select id from (${ofFound(page)}) d
      where ${within({}, page.before)} order by created_at desc, id desc limit ${page.limit}
    ) end as ids`);
  return row?.ids ?? null;
}

/** The deliveries of the events that the index of words `found`, as far as the filters match them. */
export const ofFound = ({ workspaceId, filters }: WordSearch): SQL => sql`
  select d.* from found e cross join lateral (
    select id, created_at, status from deliveries
    where event_id = e.id and ${kindWhere(workspaceId, filters)} and ${within(filters, null)} offset 0
  ) d`;

/** From the newest one on, first among the next rows of the log, then wherever the hourly counts say that some match. */
async function lookThrough(db: Database, page: WordPage): Promise<Looked> {
  const { filters, limit } = page;
  const edge = isFiltered(filters) ? await edgeOf(db, page) : null;
  const ids = await lookNear(db, page, edge);
  if (ids.length >= limit) return { ids, lookedTo: null };
  const { seen, last } = await nearSeen(db, page, edge);
  if (seen === MOST_LOOKED_AT) return { ids, lookedTo: last };
  if (edge === null) return { ids, lookedTo: null };
  if (seen >= MOST_LOOKED_AT / 2) return { ids, lookedTo: edge };
  const since = new Date(edge.at.getTime() - FAR_MS);
  const cut = filters.since === undefined || filters.since < since;
  const rest = {
    ...{ ...page, before: edge, limit: limit - ids.length },
    filters: cut ? { ...filters, since } : filters,
  };
  const far = await lookFar(db, rest, MOST_LOOKED_AT - seen);
  const lookedTo = far.lookedTo ?? (cut ? beginningOf(since) : null);
  return { ids: [...ids, ...far.ids], lookedTo };
}

/** How far back the hourly counts are asked where more may match. */
const FAR_MS = 7 * 24 * HOUR_MS;

/** Before every row of that moment. */
const beginningOf = (at: Date): Position => ({ at, id: "0" });

const MS = sql`extract(epoch from created_at) * 1000`;
type Place = { id: string; ms: string };
const toPosition = ({ id, ms }: Place): Position => ({ id, at: new Date(Number(ms)) });

/** Rows of the log that are looked at before asking where the matching ones are. */
const LOOK_AT = 10_000;

/** The last of the next rows of the log; null when its end comes before. */
async function edgeOf(db: Database, { workspaceId, filters, before }: WordPage): Promise<Position | null> {
  const [row] = await db.execute<Place>(sql`
    select id, ${MS} as ms from deliveries where workspace_id = ${workspaceId} and ${within(filters, before)}
    order by created_at desc, id desc offset ${LOOK_AT - 1} limit 1`);
  return row ? toPosition(row) : null;
}

const near = ({ workspaceId, filters, before }: WordPage, edge: Position | null, columns: SQL): SQL => sql`
  select ${columns} from deliveries
  where ${kindWhere(workspaceId, filters)} and ${within(filters, before, edge)}
  order by created_at desc, id desc limit ${MOST_LOOKED_AT}`;

/** Ends with the first that fill the page. */
async function lookNear(db: Database, page: WordPage, edge: Position | null): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    withWords(near(page, edge, sql`id, event_id, created_at`), page.words, page.limit),
  );
  return rows.map((row) => row.id);
}

const withWords = (candidates: SQL, words: readonly string[], limit: number): SQL => sql`
  select c.id from (${candidates}) c
  cross join lateral (select 1 from events where id = c.event_id and ${wordsOccur(words)} offset 0) e
  order by c.created_at desc, c.id desc limit ${limit}`;

/** How many there were to look at, and the last of them; read inside the index. */
async function nearSeen(db: Database, page: WordPage, edge: Position | null) {
  const [row] = await db.execute<Place & { seen: number }>(sql`
    with candidates as materialized (${near(page, edge, sql`id, created_at`)})
    select id, ${MS} as ms, (select count(*)::int from candidates) as seen from candidates
    order by created_at, id limit 1`);
  return row ? { seen: row.seen, last: toPosition(row) } : { seen: 0, last: null };
}

/** Hours of the log that are looked in, at most: where few rows of an hour match, reading it is what takes the time. */
const MOST_HOURS = 6;

async function lookFar(db: Database, page: WordPage, most: number): Promise<Looked> {
  const { words, limit } = page;
  const columns = sql`id, event_id, created_at`;
  const { hours, rows } = farRows({ ...page, limit: most, columns, mostHours: MOST_HOURS });
  const [row] = await db.execute<{
    ids: string[];
    seen: number;
    last_id: string;
    last_ms: string;
    hour_ms: string;
  }>(sql`
    with ${hours}, candidates as materialized (${rows}),
    last as (select * from candidates order by created_at, id limit 1)
    select array(${withWords(sql`select * from candidates`, words, limit)}) as ids,
      (select count(*)::int from candidates) as seen,
      (select id from last) as last_id, (select ${MS} from last) as last_ms,
      (select extract(epoch from nullif(${lastHour(MOST_HOURS)}, '-infinity')) * 1000) as hour_ms`);
  if (!row) return { ids: [], lookedTo: null };
  if (row.seen === most) return { ids: row.ids, lookedTo: toPosition({ id: row.last_id, ms: row.last_ms }) };
  const hour = row.hour_ms === null ? null : new Date(Number(row.hour_ms));
  return { ids: row.ids, lookedTo: hour && beginningOf(hour) };
}
