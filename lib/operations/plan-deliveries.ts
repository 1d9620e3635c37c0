import type { RoutableChannel } from "@/db/queries/pipeline-channels";
import type { StoredEvent } from "@/db/queries/pipeline-events";
import type { PlannedDelivery, PlannedEvent } from "@/db/queries/pipeline-plan";
import { decide, type RoutingRules } from "@/lib/delivery/routing";
import type { RoutingReason } from "@/lib/delivery/status";
import { catalogue } from "@/lib/events/catalogue";
import { newId } from "@/lib/ids";
import { rendererOf, type Renderer } from "./render-body";

/** A channel and whether its first attempts may be made right away. */
export interface PlanningChannel {
  channel: RoutableChannel;
  inline: boolean;
}

/** Routes one event to the workspace's channels and draws what each match will be sent. No IO. */
export function planDeliveries(
  event: StoredEvent,
  workspaceId: string,
  channels: readonly PlanningChannel[],
): PlannedEvent {
  const renderer = rendererOf(event, workspaceId);
  const judged = candidates(event, channels).map((candidate) => ({
    ...candidate,
    reason: judge(event, candidate.channel),
  }));
  return {
    id: event.id,
    type: event.type,
    projectId: event.projectId,
    test: event.test,
    routing: judged.map(({ channel, reason }) => ({
      channelId: channel.id,
      channelName: channel.name,
      reason,
    })),
    deliveries: judged
      .filter(({ reason }) => reason === null)
      .map(({ channel, inline }) => plannedDelivery(renderer, channel, inline)),
  };
}

/** A test concerns one channel; to the others it did not happen. */
const candidates = (event: StoredEvent, channels: readonly PlanningChannel[]) =>
  event.targetChannelId === null
    ? channels
    : channels.filter(({ channel }) => channel.id === event.targetChannelId);

/** Does a channel get this event? Null when it does; a test goes to its channel whatever the rules are. */
export function judge(
  event: Pick<StoredEvent, "type" | "projectId" | "targetChannelId">,
  channel: RoutingRules,
): RoutingReason | null {
  if (event.targetChannelId !== null) return null;
  return decide(event, channel, { optIn: catalogue[event.type].optIn === true });
}

function plannedDelivery(renderer: Renderer, channel: RoutableChannel, inline: boolean): PlannedDelivery {
  const { body, warnings } = renderer.render(channel);
  return {
    id: newId("delivery"),
    channelId: channel.id,
    channelName: channel.name,
    provider: channel.provider,
    body,
    warnings,
    leased: inline,
  };
}
