import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { TimeRange } from "./buckets";
import { estimate, sampleWords } from "./delivery-estimate";
import { farRows } from "./delivery-page";
import { tallyDeliveries, type Tally } from "./delivery-tally";
import { ofFound, type WordSearch } from "./delivery-words";
import { areRare, FOUND_ALL, foundByIndex, wordsOccur } from "./log-search";

/** Counts by status and bucket. `about`: estimated from a sample of the deliveries, since too many would have to be read. */
export interface WordTallies {
  tallies: Tally[];
  about: boolean;
}

type Range = TimeRange & { bucketMs: number };

/** Counts the deliveries whose events have all these words: exactly where they are few or all can be looked at. */
export async function tallyWords(db: Database, search: WordSearch, range: Range): Promise<WordTallies> {
  const ranged = { ...search, filters: { ...search.filters, since: range.since, until: range.until } };
  if (await areRare(db, search.workspaceId, search.words, range.until)) {
    const tallies = await tallyFound(db, ranged, range.bucketMs);
    if (tallies !== null) return { tallies, about: false };
  }
  const all = await tallyDeliveries(db, search.workspaceId, search.filters, range);
  if (all.reduce((sum, { count }) => sum + count, 0) <= MOST_COUNTED) {
    const tallies = await tallyAll(db, ranged, range.bucketMs);
    if (tallies !== null) return { tallies, about: false };
  }
  return { tallies: estimate(all, await sampleWords(db, search, range)), about: true };
}

/** By way of the index of words; null when it finds too many. */
async function tallyFound(db: Database, search: WordSearch, bucketMs: number): Promise<Tally[] | null> {
  const rows = sql`select * from (${ofFound(search)}) d where ${FOUND_ALL}`;
  return tallyIf(
    db,
    { with: foundByIndex(search.workspaceId, search.words), complete: FOUND_ALL, rows },
    bucketMs,
  );
}

/** Deliveries whose events are read for their words, at most: some 40 ms. */
const MOST_COUNTED = 20_000;
/** Hours of the log that are read, at most: some 60 ms where they are as busy as can be expected. */
const MOST_HOURS = 150;

/** One by one; null when they are spread over too many hours. */
async function tallyAll(
  db: Database,
  { workspaceId, filters, words }: WordSearch,
  bucketMs: number,
): Promise<Tally[] | null> {
  const columns = sql`id, event_id, created_at, status`;
  const { hours, rows } = farRows({
    ...{ workspaceId, filters, before: null, columns },
    ...{ limit: MOST_COUNTED, mostHours: MOST_HOURS },
  });
  const complete = sql`(select count(*) < ${MOST_HOURS} from hours)`;
  const matches = sql`
    select c.created_at, c.status from (${rows}) c
    cross join lateral (select 1 from events where id = c.event_id and ${wordsOccur(words)} offset 0) e
    where ${complete}`;
  return tallyIf(db, { with: hours, complete, rows: matches }, bucketMs);
}

/** Counts rows unless there are more than `complete` allows. */
async function tallyIf(
  db: Database,
  { with: beginning, complete, rows }: { with: SQL; complete: SQL; rows: SQL },
  bucketMs: number,
): Promise<Tally[] | null> {
  const counts = await db.execute<(Row & { complete: true }) | { complete: boolean; ms: null }>(sql`
    with ${beginning}
    select complete, counts.* from (select ${complete} as complete) answer
    left join (${counted(rows, bucketMs)}) counts on true`);
  if (counts[0]?.complete === false) return null;
  return counts.flatMap((row) => (row.ms === null ? [] : toTally(row)));
}

type Row = { ms: string; status: DeliveryStatus; n: string };

/** Counts rows with `created_at` and `status`. */
export const counted = (rows: SQL, bucketMs: number): SQL => sql`
  select floor(extract(epoch from created_at) * 1000 / ${bucketMs}) * ${bucketMs} as ms, status, count(*) as n
  from (${rows}) matches
  group by 1, 2`;

export const toTally = (row: Row): Tally => ({
  at: new Date(Number(row.ms)),
  status: row.status,
  channelId: null,
  count: Number(row.n),
});
