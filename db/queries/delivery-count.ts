import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema";
import { deliveriesWhere, type DeliveryFilters } from "./deliveries";

/** How many deliveries the filters match; counting ends at `atMost`, so that an answer of it means "that or more". */
export async function countDeliveries(
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
