import type { StoredEvent } from "@/db/queries/pipeline-events";
import type { EventKind } from "@/db/queries/pipeline-intakes";
import { decide, type Decision, type RoutingRules } from "@/lib/delivery/routing";
import type { RoutingReason } from "@/lib/delivery/status";
import { catalogue } from "@/lib/events/catalogue";
import { log } from "@/lib/log";

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

/** Events of one kind, and which channels get them; or why nobody can tell. */
export interface RoutedKind<Channel> {
  kind: EventKind;
  decisions: Decision[];
  matched: Channel[];
  errors: unknown[];
}

/** The same for a kind of events. Never throws: the others must not wait for one that can't be judged. */
export function routeKind<Channel extends RoutedChannel>(
  kind: EventKind,
  channels: readonly Channel[],
): RoutedKind<Channel> {
  try {
    return { kind, ...routeEvent(kind, channels), errors: [] };
  } catch (error) {
    log().error({ err: error, intakeId: kind.intakeId, eventType: kind.type }, "events could not be routed");
    return { kind, decisions: [], matched: [], errors: [error] };
  }
}

/** Does a channel get this event? Null when it does; a test goes to its channel whatever the rules are. */
export function judge(event: RoutedEvent, channel: RoutingRules): RoutingReason | null {
  if (event.targetChannelId !== null) return null;
  return decide(event, channel, { optIn: catalogue[event.type].optIn === true });
}
