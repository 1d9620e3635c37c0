import type { RoutableChannel } from "@/db/queries/pipeline-channels";
import type { StoredEvent } from "@/db/queries/pipeline-events";
import type { PlannedDelivery, PlannedEvent } from "@/db/queries/pipeline-plan";
import { newId } from "@/lib/ids";
import { rendererOf, type Renderer } from "./render-body";

/** A channel and whether its first attempts may be made right away. */
export interface PlanningChannel {
  channel: RoutableChannel;
  inline: boolean;
}

/** Draws what each of the channels, which all get the event, will be sent. No IO. */
export function planDeliveries(
  event: StoredEvent,
  workspaceId: string,
  channels: readonly PlanningChannel[],
): PlannedEvent {
  const renderer = rendererOf(event, workspaceId);
  return {
    id: event.id,
    type: event.type,
    projectId: event.projectId,
    test: event.test,
    deliveries: channels.map(({ channel, inline }) => plannedDelivery(renderer, channel, inline)),
  };
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
