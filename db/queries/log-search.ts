import { eq, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events } from "@/db/schema";
import { containing } from "./containing";

/** What somebody types into the search of a log: an id, or words that all must occur. */
export type Search =
  { kind: "delivery"; id: string } | { kind: "event"; id: string } | { kind: "words"; words: string[] };

/** More words than this make no search narrower; the event's text has at most 300 characters. */
const MAX_WORDS = 8;

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
export function eventMatches(text: string | undefined): SQL | undefined {
  const search = readSearch(text);
  if (search === null) return undefined;
  if (search.kind === "event") return eq(events.id, search.id);
  if (search.kind === "words") return wordsOccur(search.words);
  return sql`${events.id} = (
    select ${deliveries.eventId} from ${deliveries}
    where ${deliveries.id} = ${search.id} and ${deliveries.workspaceId} = ${events.workspaceId})`;
}

/** Over the bare column name, for statements that are written out. */
export const wordsOccur = (words: string[]): SQL =>
  sql.join(
    words.map((word) => sql`search_text like ${containing(word)}`),
    sql` and `,
  );

/** Events that are looked at to learn how frequent words are, and how many of them make words frequent. */
const SAMPLE = 500;
const FREQUENT = 5;
/** The index knows words by their groups of three letters. */
const INDEXED_LENGTH = 3;

/** The part of the newest events that have the words; null when they are rare, so that the index of words finds them. */
export async function shareOf(db: Database, workspaceId: string, words: string[]): Promise<number | null> {
  const [row] = await db.execute<{ found: number }>(sql`
    select count(*)::int as found from (
      select search_text from events where workspace_id = ${workspaceId}
      order by received_at desc, id desc limit ${SAMPLE}
    ) newest
    where ${wordsOccur(words)}`);
  const found = row?.found ?? 0;
  const indexed = words.some((word) => word.length >= INDEXED_LENGTH);
  return indexed && found < FREQUENT ? null : Math.max(found, 1) / SAMPLE;
}
