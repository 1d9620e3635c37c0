import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveriesWhere, kindWhere, type DeliveryFilters } from "./delivery-filters";
import { within } from "./delivery-page";
import { readSearch, shareOf, wordsOccur } from "./log-search";

/** Deliveries whose events have these words, by way of the index of words; for words that few events have. */
export const rareMatches = (workspaceId: string, filters: DeliveryFilters, words: string[]): SQL => sql`
  select d.* from (
    select id from events
    where workspace_id = ${workspaceId} and planned_at is not null and ${wordsOccur(words)} offset 0
  ) e
  cross join lateral (
    select id, created_at, status from deliveries
    where event_id = e.id and ${kindWhere(workspaceId, filters)} and ${within(filters, null)} offset 0
  ) d`;

/** All deliveries that filters with an event or a search match, to be counted. */
export async function singleMatches(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
): Promise<SQL> {
  const search = readSearch(filters.search);
  const rare = search?.kind === "words" && (await shareOf(db, workspaceId, search.words)) === null;
  if (rare && filters.eventId === undefined) return rareMatches(workspaceId, filters, search.words);
  return sql`select id, created_at, status from deliveries where ${deliveriesWhere(workspaceId, filters)}`;
}
