import type { RoutingReason } from "@/lib/delivery/status";

/** What a channel takes today; the names of its projects, not their ids. */
export interface TodaysRules {
  enabled: boolean;
  eventTypes: readonly string[];
  projects: readonly string[];
}

interface RuledEvent {
  type: string;
  /** Never part of "all". */
  optIn: boolean;
  /** The project's name; null without one. */
  project: string | null;
}

/** Which rule said no to an event, as it was when the event came. */
export function ruleText(reason: RoutingReason, event: RuledEvent): string {
  switch (reason) {
    case "channel_disabled":
      return "The channel was switched off";
    case "event_type_not_selected":
      return event.optIn
        ? `${event.type} is never part of “all events”: a channel has to select it`
        : `${event.type} was not among its event types`;
    case "project_not_selected":
      return `Limited to other projects than ${event.project ?? "that of the event"}`;
  }
}

/** The same rule as it is today, for whoever wants to change it. */
export function todayText(reason: RoutingReason, rules: TodaysRules): string {
  switch (reason) {
    case "channel_disabled":
      return rules.enabled ? "Today it is on." : "It is still off.";
    case "event_type_not_selected":
      return `Today it takes ${rules.eventTypes.length === 0 ? "all event types" : listed(rules.eventTypes)}.`;
    case "project_not_selected":
      return `Today it takes ${rules.projects.length === 0 ? "all projects" : listed(rules.projects)}.`;
  }
}

/** More names than these nobody reads in a line. */
const SHOWN = 3;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(", ");
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
