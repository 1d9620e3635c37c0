import type { EventType } from "@/lib/events/types";
import { eventColumns, type StoredEvent, type Statements } from "./pipeline-events";

/** Events that were stored together and wait for their plan, as the engine is told of them. */
export interface Intake {
  id: string;
  /** How many there are. */
  events: number;
  /** Length of their data, about. */
  bytes: number;
}

/** Events of one intake that routing can't tell apart. */
export interface EventKind {
  intakeId: string;
  type: EventType;
  projectId: string | null;
  /** The one channel that a test is for. */
  targetChannelId: string | null;
  test: boolean;
  events: number;
}

/** What kinds of events there are in those of the intakes that still wait for their plan, one intake after the other. */
export function unplannedKinds(
  sql: Statements,
  workspaceId: string,
  intakeIds: readonly string[],
): Promise<EventKind[]> {
  return sql<EventKind[]>`
    select e.intake_id as "intakeId", e.type, e.project_id as "projectId", e.target_channel_id as "targetChannelId",
           e.test, count(*)::int as events
    from ${ofUnplanned(sql, workspaceId, intakeIds)}
    group by 1, 2, 3, 4, 5
    -- Whoever plans intakes locks them in this order.
    order by 1`;
}

/** An event that waits for its plan. */
export interface UnplannedEvent extends StoredEvent {
  intakeId: string;
}

/** The events of those of the intakes that still wait for their plan, in the order of their ids. */
export function unplannedEvents(
  sql: Statements,
  workspaceId: string,
  intakeIds: readonly string[],
): Promise<UnplannedEvent[]> {
  return sql<UnplannedEvent[]>`
    select ${eventColumns(sql)}, e.intake_id as "intakeId"
    from ${ofUnplanned(sql, workspaceId, intakeIds)}
    order by e.id`;
}

/** An intake's events have its workspace and moment, which is how the index of the log finds them. */
const ofUnplanned = (sql: Statements, workspaceId: string, intakeIds: readonly string[]) => sql`
  intakes i join events e
    on e.workspace_id = i.workspace_id and e.received_at = i.received_at and e.intake_id = i.id
  -- As a case, or the planner may walk the index of unplanned intakes instead of the key's.
  where i.id = any(${intakeIds}::text[]) and case when i.workspace_id = ${workspaceId} and i.planned_at is null then true end`;

/**
 * Makes an intake of its own of each event, so that one that can't be planned stops no other; it has the event's id. Answers
 * the new ones: none of an intake that has a single event, or that is planned meanwhile. How often they were announced is
 * forgotten but for once: should this announcement be lost, the sweep does not let them wait for long.
 */
export async function divideIntakes(
  sql: Statements,
  workspaceId: string,
  intakeIds: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with divided as (
      delete from intakes i
      where id = any(${intakeIds}::text[]) and case when workspace_id = ${workspaceId} and planned_at is null then true end
        and exists (
          select from events e
          where e.workspace_id = i.workspace_id and e.received_at = i.received_at and e.intake_id = i.id offset 1)
      returning *
    ),
    moved as (
      update events e set intake_id = e.id from divided d
      where e.workspace_id = d.workspace_id and e.received_at = d.received_at and e.intake_id = d.id
      returning e.id, d.workspace_id, d.received_at, d.announced_at, least(d.announcements, 1)
    )
    insert into intakes (id, workspace_id, received_at, announced_at, announcements)
    select * from moved
    returning id`;
  return rows.map((row) => row.id);
}
