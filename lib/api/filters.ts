import type { DeliveryFilters } from "@/db/queries/deliveries";
import type { DeliveryStatus } from "@/lib/delivery/status";

/** The log's filters as callers write them. */
export interface WrittenFilters {
  status?: DeliveryStatus;
  channelId?: string;
  eventId?: string;
  eventType?: string;
  since?: string;
  until?: string;
}

/** The filters with moments as dates; a day means its beginning in UTC. */
export const deliveryFiltersOf = ({ since, until, ...rest }: WrittenFilters): DeliveryFilters => ({
  ...rest,
  ...timeRange({ since, until }),
});

/** A range of time as callers write it; a day means its beginning in UTC. */
export const timeRange = ({
  since,
  until,
}: {
  since?: string;
  until?: string;
}): {
  since?: Date;
  until?: Date;
} => ({
  since: since === undefined ? undefined : new Date(since),
  until: until === undefined ? undefined : new Date(until),
});
