import { sql, type SQL } from "drizzle-orm";
import { isFiltered, isSingle, kindWhere, type DeliveryFilters } from "./delivery-filters";
import { farIds, nearIds, within } from "./delivery-page";
import { deliveryMatches } from "./log-search";
import type { Position } from "./page";

/**
 * Queries for the ids of a page's deliveries, newest first. The first that finds `limit` of them has them all; else the
 * last one has. Words without an event are not looked for here (delivery-words.ts).
 */
export function pageIds(
  workspaceId: string,
  filters: DeliveryFilters,
  before: Position | null,
  limit: number,
): SQL[] {
  if (isSingle(filters)) return [singleIds(workspaceId, filters, before, limit)];
  if (!isFiltered(filters)) return [nearIds(workspaceId, filters, before, limit)];
  return [nearIds(workspaceId, filters, before, limit), farIds(workspaceId, filters, before, limit)];
}

const singleIds = (
  workspaceId: string,
  filters: DeliveryFilters,
  before: Position | null,
  limit: number,
): SQL => sql`
  select id from deliveries
  where ${kindWhere(workspaceId, filters)} and ${within(filters, before)}
    ${filters.eventId === undefined ? sql`` : sql`and event_id = ${filters.eventId}`}
    and ${deliveryMatches(filters.search) ?? sql`true`}
  -- Not as the index of the log has it, or the planner may walk that one.
  order by date_trunc('milliseconds', created_at) desc, id desc limit ${limit}`;
