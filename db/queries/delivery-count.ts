import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema";
import { HOUR_MS } from "./buckets";
import { deliveriesWhere, isSingle, type DeliveryFilters } from "./delivery-filters";
import { tallyDeliveries } from "./delivery-tally";

/** Buckets of years: the whole range in a few rows. */
const WIDE_MS = 100_000 * HOUR_MS;
const BEGINNING = new Date(0);
/** Ahead of every clock that may have written a row. */
const DAY_MS = 24 * HOUR_MS;

/** How many deliveries the filters match; an answer of `atMost` means "that or more". */
export async function countDeliveries(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  atMost: number,
): Promise<number> {
  if (isSingle(filters)) return countSingly(db, workspaceId, filters, atMost);
  const { since = BEGINNING, until = new Date(Date.now() + DAY_MS) } = filters;
  const rows = await tallyDeliveries(db, workspaceId, filters, { since, until, bucketMs: WIDE_MS });
  return Math.min(
    atMost,
    rows.reduce((total, row) => total + row.count, 0),
  );
}

function countSingly(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  atMost: number,
): Promise<number> {
  const found = db
    .select({ one: sql`1`.as("one") })
    .from(deliveries)
    .where(deliveriesWhere(workspaceId, filters))
    .limit(atMost)
    .as("found");
  return db.$count(found);
}
