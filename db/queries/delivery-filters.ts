import { and, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import { deliveries } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import { deliveryMatches } from "./log-search";

/** What narrows the delivery log. Absent means all; `since` is inclusive, `until` is not, both on `createdAt`. */
export interface DeliveryFilters {
  status?: DeliveryStatus | DeliveryStatus[];
  channelId?: string;
  provider?: ProviderId;
  eventId?: string;
  eventType?: string;
  projectId?: string;
  test?: boolean;
  /** The id of a delivery or an event, or words that all occur in what the event tells; any case. */
  search?: string;
  since?: Date;
  until?: Date;
}

/** The filters as a condition; a bulk redelivery takes the same ones as the list. */
export const deliveriesWhere = (workspaceId: string, filters: DeliveryFilters) =>
  and(
    eq(deliveries.workspaceId, workspaceId),
    filters.status && inArray(deliveries.status, [filters.status].flat()),
    filters.channelId === undefined ? undefined : eq(deliveries.channelId, filters.channelId),
    filters.provider === undefined ? undefined : eq(deliveries.provider, filters.provider),
    filters.eventId === undefined ? undefined : eq(deliveries.eventId, filters.eventId),
    filters.eventType === undefined ? undefined : eq(deliveries.eventType, filters.eventType),
    filters.projectId === undefined ? undefined : eq(deliveries.projectId, filters.projectId),
    filters.test === undefined ? undefined : eq(deliveries.test, filters.test),
    deliveryMatches(filters.search),
    filters.since && gte(deliveries.createdAt, filters.since),
    filters.until && lt(deliveries.createdAt, filters.until),
  );

/** Deliveries in these states change again by themselves; the others are counted by hour (schema/tallies.ts). */
export const FINISHED = sql`status in ('delivered', 'failed', 'cancelled')`;
export const OPEN = sql`status in ('pending', 'retrying')`;

/**
 * The filters that `deliveries`, `tally_kinds` and `tally_changes` have in common, over their bare column names. Time,
 * event and search are not among them.
 */
export const kindWhere = (workspaceId: string, filters: DeliveryFilters): SQL =>
  sql.join(
    [
      sql`workspace_id = ${workspaceId}`,
      ...(filters.status ? [sql`status in ${[filters.status].flat()}`] : []),
      ...(filters.channelId === undefined ? [] : [sql`channel_id = ${filters.channelId}`]),
      ...(filters.provider === undefined ? [] : [sql`provider = ${filters.provider}`]),
      ...(filters.eventType === undefined ? [] : [sql`event_type = ${filters.eventType}`]),
      ...(filters.projectId === undefined ? [] : [sql`project_id = ${filters.projectId}`]),
      ...(filters.test === undefined ? [] : [sql`test = ${filters.test}`]),
    ],
    sql` and `,
  );

/** Which of `tally_kinds` to add up for these filters: as coarse as they allow, so that there are few. */
export function grainWhere({ channelId, eventType, projectId }: DeliveryFilters, byChannel = false): SQL {
  const told = [channelId, eventType, projectId].filter((filter) => filter !== undefined);
  if (told.length > 1) return sql`exact`;
  if (told.length === 0 && !byChannel) {
    return sql`not exact and channel_id = '' and event_type = '' and project_id = ''`;
  }
  if (eventType !== undefined) return sql`not exact and channel_id = '' and project_id = ''`;
  if (projectId !== undefined) return sql`not exact and channel_id = '' and event_type = ''`;
  return sql`not exact and channel_id <> ''`;
}

/** Whether rows are passed over. Within a range of time alone, the first rows are the page. */
export const isFiltered = ({
  status,
  channelId,
  provider,
  eventType,
  projectId,
  test,
}: DeliveryFilters): boolean =>
  [status, channelId, provider, eventType, projectId, test].some((filter) => filter !== undefined);

/** Whether the filters reach deliveries one by one: by their event or its words. */
export const isSingle = (filters: DeliveryFilters): boolean =>
  filters.eventId !== undefined || (filters.search ?? "").trim() !== "";
