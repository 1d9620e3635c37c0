import type { Statements } from "./pipeline-events";
import type { Intake } from "./pipeline-intakes";

/** An intake that should have been planned by now, and whose it is. */
export interface StalledIntake extends Intake {
  workspaceId: string;
  /** How often it was announced before, beyond the first time. */
  announcements: number;
}

export interface StalledDelivery {
  id: string;
  workspaceId: string;
  channelId: string;
}

export interface RunningRedelivery {
  id: string;
  workspaceId: string;
}

/** The longest time between two announcements of one intake: 64 times the first wait. */
const MAX_DOUBLINGS = 6;

/**
 * Takes intakes that have had no plan for too long, the longest waiting first, and notes that they are announced now. The
 * wait doubles with every announcement that counts, so that an event that can't be planned does not come up every minute.
 */
export function takeStalledIntakes(
  sql: Statements,
  input: { stalledAfterMs: number; limit: number; counts: boolean },
): Promise<StalledIntake[]> {
  const { stalledAfterMs, limit, counts } = input;
  return sql<StalledIntake[]>`
    with stalled as (
      select id from intakes
      where planned_at is null
        and announced_at < now() - ${stalledAfterMs}::float8 * interval '1 ms'
        and announced_at < now()
          - ${stalledAfterMs}::float8 * power(2, least(announcements, ${MAX_DOUBLINGS})) * interval '1 ms'
      order by announced_at limit ${limit}
      for update skip locked
    ),
    taken as (
      update intakes i set announced_at = now(), announcements = i.announcements + ${Number(counts)}::int
      from stalled where i.id = stalled.id
      returning i.id, i.workspace_id, i.received_at, i.announcements - ${Number(counts)}::int as announcements
    )
    select t.id, t.workspace_id as "workspaceId", t.announcements, e.events, e.bytes
    from taken t cross join lateral (
      select count(*)::int as events, coalesce(sum(octet_length(data)), 0)::float8 as bytes from events
      where workspace_id = t.workspace_id and received_at = t.received_at and intake_id = t.id
    ) e`;
}

/**
 * Takes deliveries whose next step is overdue, the longest overdue first, and notes that they are announced now. A few of
 * each channel: where many wait for one slow receiver, their runs are in a queue, not lost.
 */
export function takeStalledDeliveries(
  sql: Statements,
  input: { stalledAfterMs: number; limit: number; perChannel: number },
): Promise<StalledDelivery[]> {
  const { stalledAfterMs, limit, perChannel } = input;
  return sql<StalledDelivery[]>`
    with overdue as (
      select id, next_attempt_at, row_number() over (partition by channel_id order by next_attempt_at) as place
      from deliveries
      where status in ('pending', 'retrying')
        and next_attempt_at < now() - ${stalledAfterMs}::float8 * interval '1 ms'
        and announced_at < now() - ${stalledAfterMs}::float8 * interval '1 ms'
        and (lease_until is null or lease_until < now() - ${stalledAfterMs}::float8 * interval '1 ms')
    ),
    chosen as (
      select id from overdue where place <= ${perChannel} order by next_attempt_at limit ${limit}
    )
    update deliveries d set announced_at = now()
    from chosen where d.id = chosen.id
    returning d.id, d.workspace_id as "workspaceId", d.channel_id as "channelId"`;
}

/** Bulk jobs that have neither ended nor been looked at by a run for a while. */
export function stalledRedeliveries(
  sql: Statements,
  input: { stalledAfterMs: number },
): Promise<RunningRedelivery[]> {
  return sql<RunningRedelivery[]>`
    select id, workspace_id as "workspaceId" from redeliveries
    where status = 'running'
      and coalesce(ran_at, created_at) < now() - ${input.stalledAfterMs}::float8 * interval '1 ms'
    order by created_at`;
}
