import { eq, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events } from "@/db/schema";
import { containing } from "./containing";
import type { Position } from "./page";

/** What somebody types into the search of a log: an id, or words that all must occur. */
export type Search =
  { kind: "delivery"; id: string } | { kind: "event"; id: string } | { kind: "words"; words: string[] };

/** More words than this make no search narrower; the event's text has at most 300 characters. */
const MAX_WORDS = 8;

/** What a search found, newest first. `lookedTo` is where it ended before there was a page of them; null at the log's end. */
export interface Looked {
  ids: string[];
  lookedTo: Position | null;
}

/** Null when nothing was typed. Whole ids only: a part of one is taken for a word. */
export function readSearch(text: string | undefined): Search | null {
  const typed = (text ?? "").trim().toLowerCase();
  if (typed === "") return null;
  if (DELIVERY_ID.test(typed)) return { kind: "delivery", id: typed };
  if (EVENT_ID.test(typed)) return { kind: "event", id: typed };
  return { kind: "words", words: [...new Set(typed.split(/\s+/))].slice(0, MAX_WORDS) };
}

const DELIVERY_ID = /^whd_[0-9a-f-]{36}$/;
const EVENT_ID = /^evt_[0-9a-f-]{36}$/;

/** The condition that a delivery is what was searched for; undefined when nothing was typed. */
export function deliveryMatches(text: string | undefined): SQL | undefined {
  const search = readSearch(text);
  if (search === null) return undefined;
  if (search.kind === "delivery") return eq(deliveries.id, search.id);
  if (search.kind === "event") return eq(deliveries.eventId, search.id);
  return sql`exists (
    select 1 from ${events} where ${events.id} = ${deliveries.eventId} and ${wordsOccur(search.words)})`;
}

/** The same for an event: a delivery's id finds the event that it belongs to. */
export function eventMatches(search: Exclude<Search, { kind: "words" }> | null): SQL | undefined {
  if (search === null) return undefined;
  if (search.kind === "event") return eq(events.id, search.id);
  return sql`${events.id} = (
    select ${deliveries.eventId} from ${deliveries}
    where ${deliveries.id} = ${search.id} and ${deliveries.workspaceId} = ${events.workspaceId})`;
}

/** Over the bare column name, for statements that are written out. */
export const wordsOccur = (words: readonly string[]): SQL =>
  sql.join(
    words.map((word) => sql`search_text like ${containing(word)}`),
    sql` and `,
  );

/** Events that are looked at to learn how frequent words are, and how many of them make the words frequent. */
const SAMPLE = 2_000;
const FREQUENT = 4;
/** The index knows words by their groups of three letters or digits; it would be read whole for signs alone. */
const INDEXED_LENGTH = 3;
const lettersOf = (word: string): number => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** Words that the index is asked for; where these are met, the others are compared. */
const INDEXED_WORDS = 3;

/**
 * Whether the index of words is worth asking: hardly any of the newest events before a moment has all the words, and one of
 * them is long enough. Else looking through the log finds a page sooner.
 */
export async function areRare(
  db: Database,
  workspaceId: string,
  words: readonly string[],
  before: Date | undefined,
): Promise<boolean> {
  if (indexable(words).length === 0) return false;
  const [row] = await db.execute<{ found: number }>(sql`
    select count(*)::int as found from (
      select search_text from events
      where workspace_id = ${workspaceId} ${before ? sql`and received_at <= ${before.toISOString()}::timestamptz` : sql``}
      order by received_at desc, id desc limit ${SAMPLE}
    ) newest
    where ${wordsOccur(words)}`);
  return (row?.found ?? 0) < FREQUENT;
}

/** The longest words are the ones that tell most. */
const indexable = (words: readonly string[]): string[] =>
  words
    .filter((word) => lettersOf(word) >= INDEXED_LENGTH)
    .sort((a, b) => lettersOf(b) - lettersOf(a))
    .slice(0, INDEXED_WORDS);

/** Events that the index of words may find: looking up so many one by one takes some 15 ms. */
const MOST_FOUND = 1_500;
/**
 * Events that are read one by one, at most: some 20 to 30 ms. Either on the way through the log, or because they are not in the
 * index yet: more of those are there after a burst, while planning lags behind, or where a workspace gets 250 a second all the time.
 */
export const MOST_READ = 15_000;

/**
 * `found`, for a statement's beginning: a workspace's events that have the words, by way of their index and of what it lacks
 * yet. The limits come before everything else that narrows: they are what bounds the work.
 */
export function foundByIndex(workspaceId: string, words: readonly string[]): SQL {
  const asked = indexable(words);
  const others = words.filter((word) => !asked.includes(word));
  const [first = "", second = first, third = first] = asked;
  const patterns = [first, second, third].map((word) => sql`${containing(word)}`);
  return sql`
    indexed as materialized (
      select * from events_with_words(${sql.join(patterns, sql`, `)}, ${MOST_FOUND + 1})
    ),
    recent as materialized (
      select e.id, e.search_text from intakes i
      cross join lateral (
        select id, search_text from events
        where workspace_id = i.workspace_id and received_at = i.received_at and intake_id = i.id
        limit ${MOST_READ + 1}
      ) e
      where i.workspace_id = ${workspaceId} limit ${MOST_READ + 1}
    ),
    found as (
      select id from indexed
      where workspace_id = ${workspaceId} and ${others.length === 0 ? sql`true` : wordsOccur(others)}
      union all
      select id from recent where ${wordsOccur(words)}
    )`;
}

/** Whether `found` are all that there are. */
export const FOUND_ALL = sql`(
  (select count(*) <= ${MOST_FOUND} from indexed) and (select count(*) <= ${MOST_READ} from recent))`;
