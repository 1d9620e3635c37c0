import { and, eq, gte, lt, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { deliveries, events, intakes, plans } from "@/db/schema";

/** `pending` has no routing yet; of the others, `matched` means that at least one channel was to get it. */
export type EventMatch = "matched" | "unmatched" | "pending";

/** What narrows the event log. Absent means all; `since` is inclusive, `until` is not, both on `receivedAt`. */
export interface EventFilters {
  type?: string;
  projectId?: string;
  match?: EventMatch;
  /** The id of an event or a delivery, or words that all occur in what the event tells; any case. */
  search?: string;
  test?: boolean;
  since?: Date;
  until?: Date;
}

/**
 * The filters as conditions: those that narrow an index, and those that only the events themselves and their plans answer.
 * @param at the column with the moment of an event
 */
export function eventsWhere(workspaceId: string, filters: EventFilters, at: PgColumn) {
  const { type, projectId, match, test, since, until } = filters;
  const ofProject = projectId === undefined ? undefined : eq(events.projectId, projectId);
  return {
    indexed: and(
      eq(events.workspaceId, workspaceId),
      type === undefined ? ofProject : eq(events.type, type),
      match === "pending" ? isPending(workspaceId) : undefined,
      test === undefined ? undefined : eq(events.test, test),
      since && gte(at, since),
      until && lt(at, until),
    ),
    others: and(
      type === undefined ? undefined : ofProject,
      match === "matched" ? sql`(${plans.matches} > 0 or ${HAS_DELIVERIES})` : undefined,
      match === "unmatched"
        ? and(
            eq(plans.workspaceId, workspaceId),
            eq(plans.matches, 0),
            eq(plans.receivedAt, events.receivedAt),
            sql`not ${HAS_DELIVERIES}`,
          )
        : undefined,
    ),
  };
}

/** Of its plan, or of a replay. Not as `exists`, which the planner may answer by reading all deliveries. */
const HAS_DELIVERIES = sql`coalesce((select true from ${deliveries} d where d.event_id = ${events.id} limit 1), false)`;

const isPending = (workspaceId: string): SQL => sql`${events.id} in (
  select e.id from ${intakes} i
  join ${events} e on e.workspace_id = i.workspace_id and e.received_at = i.received_at and e.intake_id = i.id
  where i.workspace_id = ${workspaceId} and i.planned_at is null)`;
