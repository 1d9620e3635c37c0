import { and, count, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, deliveries } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { deliveriesWhere } from "./deliveries";
import type { RedeliverySelection } from "./redeliveries";

/** Deliveries of a selection that are alike in what decides whether they can be sent again. */
export interface RedeliveryGroup {
  status: DeliveryStatus;
  test: boolean;
  channel: "enabled" | "disabled" | "deleted";
  total: number;
}

/** What a selection consists of. Counting ends at `atMost` deliveries. */
export async function redeliveryGroups(
  db: Database,
  workspaceId: string,
  selection: RedeliverySelection,
  atMost: number,
): Promise<RedeliveryGroup[]> {
  const chosen = db
    .select({ status: deliveries.status, test: deliveries.test, channelId: deliveries.channelId })
    .from(deliveries)
    .where(
      "filters" in selection
        ? deliveriesWhere(workspaceId, selection.filters)
        : and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.id, [...selection.deliveryIds])),
    )
    .limit(atMost)
    .as("chosen");
  const deleted = isNotNull(channels.deletedAt);
  const rows = await db
    .select({
      status: chosen.status,
      test: chosen.test,
      enabled: channels.enabled,
      deleted: deleted.mapWith(Boolean).as("deleted"),
      total: count(),
    })
    .from(chosen)
    .innerJoin(channels, eq(channels.id, chosen.channelId))
    .groupBy(chosen.status, chosen.test, channels.enabled, deleted);
  return rows.map(({ enabled, deleted: gone, ...group }) => ({
    ...group,
    channel: gone ? "deleted" : enabled ? "enabled" : "disabled",
  }));
}
