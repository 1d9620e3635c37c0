import { rawSql } from "@/db/client";
import { channelRules, type ChannelRules } from "@/db/queries/channel-rules";
import { storedEvent, type StoredEvent } from "@/db/queries/pipeline-events";
import {
  redeliveryObstaclesOfEvent,
  type RedeliveryCandidate,
  type RedeliveryObstacle,
} from "@/db/queries/redelivery-obstacles";
import type { RoutingReason } from "@/lib/delivery/status";
import { NotFound } from "@/lib/errors";
import type { ProviderId } from "@/lib/providers/provider";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { judge } from "./route-event";

/** What a replay would do for a channel: one more attempt, a delivery of its own, or nothing, and why. */
export type ReplayEffect =
  | { kind: "attempt"; deliveryId: string }
  | { kind: "delivery" }
  | { kind: "nothing"; because: RedeliveryObstacle | RoutingReason | "test_of_another" };

export interface ReplayPreview {
  channelId: string;
  channelName: string;
  provider: ProviderId;
  effect: ReplayEffect;
}

/**
 * Tells what a replay of an event would do now, channel by channel; deleted channels only where they have a delivery of
 * it. Changes nothing. Throws NotFound.
 */
export async function previewReplay(ctx: Context, input: { eventId: string }): Promise<ReplayPreview[]> {
  requireManage(ctx);
  const event = await storedEvent(rawSql(), ctx.workspaceId, input.eventId);
  if (!event) throw new NotFound("The event");
  const existing = await redeliveryObstaclesOfEvent(ctx.db, ctx.workspaceId, event.id);
  const byChannel = new Map(existing.map((delivery) => [delivery.channelId, delivery]));
  const channels = await channelRules(ctx.db, ctx.workspaceId, [...byChannel.keys()]);
  return channels.map((channel) => ({
    channelId: channel.id,
    channelName: channel.name,
    provider: channel.provider,
    effect: effectOn(event, channel, byChannel.get(channel.id)),
  }));
}

function effectOn(
  event: StoredEvent,
  channel: ChannelRules,
  delivery: RedeliveryCandidate | undefined,
): ReplayEffect {
  if (delivery) {
    const { id, obstacle } = delivery;
    return obstacle === null ? { kind: "attempt", deliveryId: id } : { kind: "nothing", because: obstacle };
  }
  if (event.targetChannelId !== null && event.targetChannelId !== channel.id) {
    return { kind: "nothing", because: "test_of_another" };
  }
  const reason = judge(event, channel);
  return reason === null ? { kind: "delivery" } : { kind: "nothing", because: reason };
}
