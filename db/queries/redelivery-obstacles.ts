import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, deliveries } from "@/db/schema";
import { isFinished } from "@/lib/delivery/status";

/** Why a delivery can't be sent again now. */
export type RedeliveryObstacle = "unfinished" | "channel_disabled" | "channel_deleted";

export interface RedeliveryCandidate {
  id: string;
  channelId: string;
  obstacle: RedeliveryObstacle | null;
}

/** What stands against sending these deliveries again. Unknown ids and those of other workspaces are left out. */
export async function redeliveryObstacles(
  db: Database,
  workspaceId: string,
  deliveryIds: readonly string[],
): Promise<RedeliveryCandidate[]> {
  return candidates(db, workspaceId, inArray(deliveries.id, [...deliveryIds]));
}

/** The same for all deliveries of an event. */
export async function redeliveryObstaclesOfEvent(
  db: Database,
  workspaceId: string,
  eventId: string,
): Promise<RedeliveryCandidate[]> {
  return candidates(db, workspaceId, eq(deliveries.eventId, eventId));
}

async function candidates(
  db: Database,
  workspaceId: string,
  chosen: ReturnType<typeof eq>,
): Promise<RedeliveryCandidate[]> {
  const rows = await db
    .select({
      id: deliveries.id,
      status: deliveries.status,
      channelId: channels.id,
      enabled: channels.enabled,
      deletedAt: channels.deletedAt,
    })
    .from(deliveries)
    .innerJoin(channels, eq(channels.id, deliveries.channelId))
    .where(and(eq(deliveries.workspaceId, workspaceId), chosen));
  return rows.map(({ id, channelId, status, enabled, deletedAt }) => ({
    id,
    channelId,
    obstacle: !isFinished(status)
      ? "unfinished"
      : deletedAt !== null
        ? "channel_deleted"
        : enabled
          ? null
          : "channel_disabled",
  }));
}
