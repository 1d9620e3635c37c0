import type { RoutingReason } from "./status";

/** What routing looks at in an event. */
export interface RoutedEvent {
  type: string;
  /** Null for an event of the whole workspace. */
  projectId: string | null;
}

/** What routing looks at in a channel. No event types, or no projects, means all of them. */
export interface RoutingRules {
  enabled: boolean;
  eventTypes?: readonly string[] | null;
  projectIds?: readonly string[] | null;
}

/**
 * Does a channel get an event? Null when it does, else the first reason that holds.
 * @param options.optIn the type is never part of "all": only channels that name it get it
 */
export function decide(
  event: RoutedEvent,
  channel: RoutingRules,
  options: { optIn: boolean } = { optIn: false },
): RoutingReason | null {
  if (!channel.enabled) return "channel_disabled";
  if (!selectsType(event.type, channel.eventTypes ?? [], options.optIn)) return "event_type_not_selected";
  if (!selectsProject(event.projectId, channel.projectIds ?? [])) return "project_not_selected";
  return null;
}

const selectsType = (type: string, selected: readonly string[], optIn: boolean): boolean =>
  selected.includes(type) || (selected.length === 0 && !optIn);

/** An event without project context is judged by its type alone. */
const selectsProject = (projectId: string | null, selected: readonly string[]): boolean =>
  projectId === null || selected.length === 0 || selected.includes(projectId);

/** One channel's decision about an event. The name is a snapshot; `reason` null means that the channel was to get it. */
export interface Decision {
  channelId: string;
  channelName: string;
  reason: RoutingReason | null;
}

/**
 * Decisions as they stand now: a channel that has a delivery of the event gets it, whatever was decided when the event came
 * in, since a replay asks today's channels.
 */
export function withReplays(
  decisions: readonly Decision[],
  deliveries: readonly { channelId: string; channelName: string }[],
): Decision[] {
  const delivered = new Map(deliveries.map((delivery) => [delivery.channelId, delivery]));
  const known = decisions.map((decision) =>
    delivered.delete(decision.channelId) ? { ...decision, reason: null } : decision,
  );
  const added = [...delivered.values()].map(({ channelId, channelName }) => ({
    channelId,
    channelName,
    reason: null,
  }));
  return [...known, ...added];
}
