import type { StoredEvent } from "@/db/queries/pipeline-events";
import { decide, type Decision, type RoutingRules } from "@/lib/delivery/routing";
import type { RoutingReason } from "@/lib/delivery/status";
import { catalogue } from "@/lib/events/catalogue";

/** What routing knows of an event. */
export type RoutedEvent = Pick<StoredEvent, "type" | "projectId" | "targetChannelId">;

/** A channel as routing sees it. */
export interface RoutedChannel extends RoutingRules {
  id: string;
  name: string;
}

/** Decides for each channel whether it gets an event. A test concerns one channel; to the others it did not happen. No IO. */
export function routeEvent<Channel extends RoutedChannel>(
  event: RoutedEvent,
  channels: readonly Channel[],
): { decisions: Decision[]; matched: Channel[] } {
  const { targetChannelId } = event;
  const asked = targetChannelId === null ? channels : channels.filter(({ id }) => id === targetChannelId);
  const reasons = asked.map((channel) => judge(event, channel));
  return {
    decisions: asked.map(({ id, name }, index) => ({
      channelId: id,
      channelName: name,
      reason: reasons[index] ?? null,
    })),
    matched: asked.filter((_, index) => reasons[index] === null),
  };
}

/** Does a channel get this event? Null when it does; a test goes to its channel whatever the rules are. */
export function judge(event: RoutedEvent, channel: RoutingRules): RoutingReason | null {
  if (event.targetChannelId !== null) return null;
  return decide(event, channel, { optIn: catalogue[event.type].optIn === true });
}
