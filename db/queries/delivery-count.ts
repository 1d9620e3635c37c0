import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { HOUR_MS, WIDE_MS } from "./buckets";
import { isSingle, type DeliveryFilters } from "./delivery-filters";
import { tallyDeliveries } from "./delivery-tally";
import { singleMatches } from "./delivery-words";

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

async function countSingly(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  atMost: number,
): Promise<number> {
  const matches = await singleMatches(db, workspaceId, filters);
  const [row] = await db.execute<{ n: string }>(sql`
    select count(*) as n from (select 1 from (${matches}) m limit ${atMost}) counted`);
  return Number(row?.n ?? 0);
}
