import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/delivery/status";
import { bucketsOf, type TimeRange } from "./buckets";
import { deliveriesWhere, isSingle, type DeliveryFilters } from "./delivery-filters";
import { tallyDeliveries } from "./delivery-tally";
import { counted, tallyWords, toTally, type WordTallies } from "./delivery-word-tally";
import { readSearch } from "./log-search";

/** How many deliveries came into being within `bucketMs` from `at` on, by their status of today. */
export interface HistogramBucket {
  at: Date;
  counts: Record<DeliveryStatus, number>;
}

/** Deliveries over time. `about`: the counts are estimated from an even sample, since a search has too many to read. */
export interface Histogram {
  buckets: HistogramBucket[];
  about: boolean;
}

/**
 * The deliveries of a range over time: every bucket, also the empty ones. Buckets begin at multiples of `bucketMs`, so the
 * first and the last may reach beyond the range; only what lies within it is counted. Buckets of whole hours are fast also
 * over long ranges.
 */
export async function deliveryHistogram(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters & TimeRange,
  bucketMs: number,
): Promise<Histogram> {
  const { tallies, about } = await tally(db, workspaceId, filters, bucketMs);
  const buckets = bucketsOf(filters, bucketMs).map((at) => ({ at, counts: countsOf(() => 0) }));
  const byTime = new Map(buckets.map(({ at, counts }) => [at.getTime(), counts]));
  for (const { at, status, count } of tallies) {
    const counts = byTime.get(at.getTime());
    if (counts) counts[status] += count;
  }
  return { buckets, about };
}

async function tally(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters & TimeRange,
  bucketMs: number,
): Promise<WordTallies> {
  const range = { since: filters.since, until: filters.until, bucketMs };
  const search = readSearch(filters.search);
  if (search?.kind === "words" && filters.eventId === undefined) {
    return tallyWords(db, { workspaceId, filters, words: search.words }, range);
  }
  if (!isSingle(filters)) {
    return { tallies: await tallyDeliveries(db, workspaceId, filters, range), about: false };
  }
  const rows = sql`select created_at, status from deliveries where ${deliveriesWhere(workspaceId, filters)}`;
  const tallies = await db.execute<Parameters<typeof toTally>[0]>(counted(rows, bucketMs));
  return { tallies: tallies.map(toTally), about: false };
}

/** One number per status. */
export const countsOf = (count: (status: DeliveryStatus) => number): Record<DeliveryStatus, number> =>
  Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, count(status)])) as Record<
    DeliveryStatus,
    number
  >;
