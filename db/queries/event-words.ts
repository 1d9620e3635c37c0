import { desc, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, plans } from "@/db/schema";
import { planOfEvent } from "./event-plan";
import { areRare, FOUND_ALL, foundByIndex, MOST_READ, wordsOccur, type Looked } from "./log-search";

/** A search for words in the event log. */
interface EventSearch {
  workspaceId: string;
  words: readonly string[];
  /** What else narrows the log, and where the page begins: as far as indexes know it, and what each event must be asked. */
  where: { indexed: SQL | undefined; others: SQL | undefined };
  limit: number;
  /** No event of the page is after this moment. */
  latest: Date | undefined;
}

/** A page of the events that have all these words; where the index of words finds them, more than a page. */
export async function eventsWithWords(db: Database, search: EventSearch): Promise<Looked> {
  const { workspaceId, words, latest } = search;
  if (await areRare(db, workspaceId, words, latest)) {
    const ids = await indexedIds(db, search);
    if (ids !== null) return { ids, lookedTo: null };
  }
  return lookThrough(db, search);
}

/** By way of the index of words; null when it finds too many. */
async function indexedIds(db: Database, { workspaceId, words }: EventSearch): Promise<string[] | null> {
  const [row] = await db.execute<{ ids: string[] | null }>(sql`
    with ${foundByIndex(workspaceId, words)}
    select case when ${FOUND_ALL} then array(select id from found) end as ids`);
  return row?.ids ?? null;
}

async function lookThrough(db: Database, { words, where, limit }: EventSearch): Promise<Looked> {
  const order = [desc(events.receivedAt), desc(events.id)];
  const next = db
    .select()
    .from(events)
    .where(where.indexed)
    .orderBy(...order)
    .limit(MOST_READ);
  const others = where.others && sql`left join ${plans} on ${planOfEvent} where ${where.others} and`;
  const found = await db.execute<{ id: string }>(sql`
    select events.id from (${next}) events ${others ?? sql`where`} ${wordsOccur(words)}
    order by events.received_at desc, events.id desc limit ${limit}`);
  const ids = found.map(({ id }) => id);
  if (ids.length >= limit) return { ids, lookedTo: null };
  const [last] = await db
    .select({ id: events.id, at: events.receivedAt })
    .from(events)
    .where(where.indexed)
    .orderBy(...order)
    .offset(MOST_READ - 1)
    .limit(1);
  return { ids, lookedTo: last ?? null };
}
