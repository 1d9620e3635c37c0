import "server-only";
import { getChannel, type ChannelView } from "@/db/queries/channels";
import { getDelivery, type DeliveryDetail } from "@/db/queries/deliveries";
import { redeliveryObstacles, type RedeliveryObstacle } from "@/db/queries/redelivery-obstacles";
import { isPlausibleId } from "@/lib/ids";
import type { Context } from "@/lib/operations/context";

/** A delivery with what its page needs besides. */
export interface ShownDelivery {
  delivery: DeliveryDetail;
  /** Null when it was deleted. */
  channel: ChannelView | null;
  /** Why it can't be sent again now; null when it can. */
  obstacle: RedeliveryObstacle | null;
}

/** Null when it is unknown or another workspace's. */
export async function loadDelivery(ctx: Context, id: string): Promise<ShownDelivery | null> {
  const delivery = isPlausibleId(id) ? await getDelivery(ctx.db, ctx.workspaceId, id) : null;
  if (!delivery) return null;
  const [channel, [candidate]] = await Promise.all([
    getChannel(ctx.db, ctx.workspaceId, delivery.channelId),
    redeliveryObstacles(ctx.db, ctx.workspaceId, [id]),
  ]);
  return { delivery, channel, obstacle: candidate?.obstacle ?? null };
}
