import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/delivery/status";
import { bucketsOf, type TimeRange } from "./buckets";
import { deliveriesWhere, type DeliveryFilters } from "./deliveries";

/** How many deliveries came into being within `bucketMs` from `at` on, by their status of today. */
export interface HistogramBucket {
  at: Date;
  counts: Record<DeliveryStatus, number>;
}

/**
 * The deliveries of a range over time: every bucket, also the empty ones. Buckets begin at multiples of `bucketMs`, so the
 * first and the last may reach beyond the range; only what lies within it is counted.
 */
export async function deliveryHistogram(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters & TimeRange,
  bucketMs: number,
): Promise<HistogramBucket[]> {
  const place = sql<number>`floor(extract(epoch from ${deliveries.createdAt}) * 1000 / ${bucketMs})`;
  const rows = await db
    .select({
      place: place.mapWith(Number).as("place"),
      status: deliveries.status,
      count: sql`count(*)`.mapWith(Number),
    })
    .from(deliveries)
    .where(deliveriesWhere(workspaceId, filters))
    .groupBy(sql`1`, deliveries.status);
  const counted = new Map(rows.map((row) => [`${row.place * bucketMs} ${row.status}`, row.count]));
  return bucketsOf(filters, bucketMs).map((at) => ({
    at,
    counts: countsOf((status) => counted.get(`${at.getTime()} ${status}`) ?? 0),
  }));
}

/** One number per status. */
export const countsOf = (count: (status: DeliveryStatus) => number): Record<DeliveryStatus, number> =>
  Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, count(status)])) as Record<
    DeliveryStatus,
    number
  >;
