import { decide, type RoutingRules } from "@/lib/delivery/routing";
import type { RoutingReason } from "@/lib/delivery/status";
import { catalogue } from "@/lib/events/catalogue";
import type { EventType } from "@/lib/events/types";

/** What a channel is limited to. */
export type Filters = Omit<RoutingRules, "enabled">;

/** What routing says of an event at a channel with these filters, were it on; null means that the channel gets it. */
export const judgeFilters = (
  event: { type: EventType; projectId: string | null },
  filters: Filters,
): RoutingReason | null =>
  decide(event, { ...filters, enabled: true }, { optIn: catalogue[event.type].optIn === true });
