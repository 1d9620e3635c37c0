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
