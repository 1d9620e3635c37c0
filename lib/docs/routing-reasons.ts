import type { RoutingReason } from "@/lib/delivery/status";

/** Why a channel does not get an event, in the order in which the rules are asked. */
export const ROUTING_DOCS = {
  channel_disabled: "The channel was off when the event came.",
  event_type_not_selected: "The channel has selected event types, and this one is not among them.",
  project_not_selected: "The channel is limited to projects, and the event belongs to another one.",
} as const satisfies Record<RoutingReason, string>;
