import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/delivery/status";
import { bucketsOf, type TimeRange } from "./buckets";
import { isSingle, type DeliveryFilters } from "./delivery-filters";
import { tallyDeliveries } from "./delivery-tally";
import { singleMatches } from "./delivery-words";

/** How many deliveries came into being within `bucketMs` from `at` on, by their status of today. */
export interface HistogramBucket {
  at: Date;
  counts: Record<DeliveryStatus, number>;
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
): Promise<HistogramBucket[]> {
  const { since, until } = filters;
  const rows = isSingle(filters)
    ? await countSingly(db, workspaceId, filters, bucketMs)
    : await tallyDeliveries(db, workspaceId, filters, { since, until, bucketMs });
  const counted = new Map(rows.map((row) => [`${row.at.getTime()} ${row.status}`, row.count]));
  return bucketsOf(filters, bucketMs).map((at) => ({
    at,
    counts: countsOf((status) => counted.get(`${at.getTime()} ${status}`) ?? 0),
  }));
}

async function countSingly(db: Database, workspaceId: string, filters: DeliveryFilters, bucketMs: number) {
  const rows = await db.execute<{ ms: string; status: DeliveryStatus; n: string }>(sql`
    select floor(extract(epoch from created_at) * 1000 / ${bucketMs}) * ${bucketMs} as ms, status, count(*) as n
    from (${await singleMatches(db, workspaceId, filters)}) matches
    group by 1, 2`);
  return rows.map((row) => ({ at: new Date(Number(row.ms)), status: row.status, count: Number(row.n) }));
}

/** One number per status. */
export const countsOf = (count: (status: DeliveryStatus) => number): Record<DeliveryStatus, number> =>
  Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, count(status)])) as Record<
    DeliveryStatus,
    number
  >;
