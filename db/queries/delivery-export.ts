import type { Database } from "@/db/client";
import type { DeliveryFilters, DeliveryView } from "./deliveries";
import { listDeliveries } from "./delivery-list";

/** Rows of one read: enough to fill the line, few enough to hold. */
const BATCH = 1_000;

/** Everything that the filters match, newest first, in batches that are read one after the other. */
export async function* exportDeliveries(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
): AsyncGenerator<DeliveryView[]> {
  let cursor: string | undefined;
  do {
    const page = await listDeliveries(db, workspaceId, filters, { limit: BATCH, cursor });
    if (page.rows.length > 0) yield page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
