import { and, count, eq, gte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, deliveries, events } from "@/db/schema";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/delivery/status";

/** What a workspace did since a moment; tests are left out. */
export interface Overview {
  events: number;
  deliveries: Record<DeliveryStatus, number>;
  /** Whether the workspace has ever had a channel. */
  hasChannels: boolean;
}

export async function readOverview(db: Database, workspaceId: string, since: Date): Promise<Overview> {
  const [received, byStatus, anyChannel] = await Promise.all([
    db
      .select({ total: count() })
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), gte(events.receivedAt, since), eq(events.test, false))),
    db
      .select({ status: deliveries.status, total: count() })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.workspaceId, workspaceId),
          gte(deliveries.createdAt, since),
          eq(deliveries.test, false),
        ),
      )
      .groupBy(deliveries.status),
    db.select({ id: channels.id }).from(channels).where(eq(channels.workspaceId, workspaceId)).limit(1),
  ]);
  const totals = new Map(byStatus.map(({ status, total }) => [status, total]));
  return {
    events: received[0]?.total ?? 0,
    deliveries: Object.fromEntries(
      DELIVERY_STATUSES.map((status) => [status, totals.get(status) ?? 0]),
    ) as Record<DeliveryStatus, number>,
    hasChannels: anyChannel.length > 0,
  };
}
