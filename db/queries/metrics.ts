import type { Sql } from "@/db/client";
import type { AttemptOutcome, AttemptTrigger } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";

/** A span of time by the database's clock: after `from`, up to `to`. */
export interface Span {
  from: Date;
  to: Date;
}

/** The database's time, `secondsAgo` before now. */
export async function databaseTime(sql: Sql, secondsAgo: number): Promise<Date> {
  const [row] = await sql<[{ at: Date }]>`select now() - ${secondsAgo} * interval '1 s' as at`;
  return row.at;
}

/** How many events were received in the span. */
export async function countEvents(sql: Sql, { from, to }: Span): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count
    from workspaces w cross join lateral (
      select from events where workspace_id = w.id and received_at > ${from} and received_at <= ${to}
    ) e`;
  return row.count;
}

/** How many deliveries were routed in the span, by provider. */
export function countDeliveries(
  sql: Sql,
  { from, to }: Span,
): Promise<{ provider: ProviderId; count: number }[]> {
  return sql<{ provider: ProviderId; count: number }[]>`
    select d.provider, count(*)::int as count
    from workspaces w cross join lateral (
      select provider from deliveries
      where workspace_id = w.id and created_at > ${from} and created_at <= ${to}
    ) d
    group by d.provider`;
}

/** Attempts of one kind, by how long they took. */
export interface AttemptCount {
  provider: ProviderId;
  outcome: AttemptOutcome;
  trigger: AttemptTrigger;
  /** How the attempt left its delivery: it arrived, it failed for good, or neither. */
  ended: "delivered" | "failed" | null;
  /** Index of the first bound that is not exceeded; as long as the list for "more". */
  bucket: number;
  count: number;
  seconds: number;
}

/** The attempts that began in the span. `boundsMs` ascend. */
export function countAttempts(
  sql: Sql,
  { from, to }: Span,
  boundsMs: readonly number[],
): Promise<AttemptCount[]> {
  return sql<AttemptCount[]>`
    select d.provider, a.outcome, a.trigger,
      case when a.outcome = 'succeeded' then 'delivered'
           when d.status = 'failed' and d.attempt_count = a.number then 'failed' end as ended,
      -- Half a millisecond less: a bound belongs to its own bucket.
      width_bucket(a.duration_ms - 0.5, ${[...boundsMs]}::float8[])::int as bucket,
      count(*)::int as count, (sum(a.duration_ms) / 1000.0)::float8 as seconds
    from workspaces w
    cross join lateral (
      select * from attempts where workspace_id = w.id and started_at > ${from} and started_at <= ${to}
    ) a
    join deliveries d on d.id = a.delivery_id
    group by 1, 2, 3, 4, 5`;
}

/** What waits, and for how long. */
export interface Backlog {
  unplannedEvents: number;
  /** Seconds since the oldest event without a plan was received; 0 without any. */
  oldestUnplannedSeconds: number;
  pendingDeliveries: number;
  retryingDeliveries: number;
  /** Seconds since the most overdue delivery was due; 0 without any. */
  oldestOverdueSeconds: number;
  enabledChannels: number;
  disabledChannels: number;
}

export async function readBacklog(sql: Sql): Promise<Backlog> {
  const [row] = await sql<[Backlog]>`
    select e.*, d.*, c.*
    from (
      select count(e.id)::int as "unplannedEvents",
        coalesce(extract(epoch from now() - min(i.received_at)), 0)::float8 as "oldestUnplannedSeconds"
      from intakes i
      left join events e on e.workspace_id = i.workspace_id and e.received_at = i.received_at and e.intake_id = i.id
      where i.planned_at is null
    ) e, (
      select (count(*) filter (where status = 'pending'))::int as "pendingDeliveries",
        (count(*) filter (where status = 'retrying'))::int as "retryingDeliveries",
        greatest(coalesce(extract(epoch from now() - min(next_attempt_at)), 0), 0)::float8 as "oldestOverdueSeconds"
      from deliveries where status in ('pending', 'retrying')
    ) d, (
      select (count(*) filter (where enabled))::int as "enabledChannels",
        (count(*) filter (where not enabled))::int as "disabledChannels"
      from channels where deleted_at is null
    ) c`;
  return row;
}
