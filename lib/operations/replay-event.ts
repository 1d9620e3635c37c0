import { rawSql } from "@/db/client";
import { routableChannels } from "@/db/queries/pipeline-channels";
import { storedEvent, type StoredEvent } from "@/db/queries/pipeline-events";
import { insertReplay } from "@/db/queries/pipeline-replay";
import type { OpenDelivery } from "@/db/queries/pipeline-open";
import type { PlannedEvent } from "@/db/queries/pipeline-plan";
import { redeliveryObstaclesOfEvent, type RedeliveryCandidate } from "@/db/queries/redelivery-obstacles";
import { maxAttempts } from "@/lib/delivery/retry-policy";
import { env } from "@/lib/env";
import { Conflict, NotFound } from "@/lib/errors";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { planDeliveries } from "./plan-deliveries";
import { routeEvent } from "./route-event";
import { refusal, storeRedelivery } from "./start-redelivery";
import { inTransaction } from "./transaction";

/** What a replay has started; the caller announces both to the engine. */
export interface Replay {
  /** The bulk job of the manual attempts; without any it is finished at once. */
  redeliveryId: string;
  /** New deliveries, where today's channels match anew. */
  deliveries: OpenDelivery[];
}

/**
 * Sends an event again, to all channels or the given ones: a manual attempt where a finished delivery exists, a new delivery
 * where today's channels match anew. Throws NotFound, or Conflict when there is nothing that could be sent.
 */
export async function replayEvent(
  ctx: Context,
  input: { eventId: string; channelIds?: string[] },
): Promise<Replay> {
  requireManage(ctx);
  const event = await storedEvent(rawSql(), ctx.workspaceId, input.eventId);
  if (!event) throw new NotFound("The event");
  const wanted = (channelId: string) => input.channelIds?.includes(channelId) ?? true;
  const existing = await redeliveryObstaclesOfEvent(ctx.db, ctx.workspaceId, event.id);
  const again = existing.filter((delivery) => wanted(delivery.channelId));
  const plan = await planAnew(ctx, event, existing, wanted);
  const free = again.filter((delivery) => delivery.obstacle === null);
  if (free.length === 0 && plan.deliveries.length === 0) throw nothingToSend(again);
  return inTransaction(ctx, async (tx) => {
    const { id } = await storeRedelivery(
      tx,
      { deliveryIds: free.map((delivery) => delivery.id) },
      { eventId: event.id, newDeliveries: plan.deliveries.length },
    );
    const attempts = maxAttempts(env().RETRY_SCHEDULE);
    const inserted = await insertReplay(tx.db, tx.workspaceId, plan, attempts);
    return { redeliveryId: id, deliveries: inserted };
  });
}

/** Only channels that match now and have no delivery of this event. */
async function planAnew(
  ctx: Context,
  event: StoredEvent,
  existing: RedeliveryCandidate[],
  wanted: (channelId: string) => boolean,
): Promise<PlannedEvent> {
  const known = new Set(existing.map((delivery) => delivery.channelId));
  const channels = await routableChannels(rawSql(), ctx.workspaceId);
  const fresh = channels.filter((channel) => wanted(channel.id) && !known.has(channel.id));
  const { matched } = routeEvent(event, fresh);
  return planDeliveries(
    event,
    ctx.workspaceId,
    matched.map((channel) => ({ channel, inline: false })),
  );
}

function nothingToSend(existing: RedeliveryCandidate[]): Conflict {
  const [first] = existing;
  if (first?.obstacle) return refusal(first.obstacle);
  return new Conflict(
    "conflict",
    "No enabled channel of this workspace matches the event, so that nothing would be sent.",
  );
}
