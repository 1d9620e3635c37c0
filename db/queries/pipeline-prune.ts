import type { Sql } from "@/db/client";
import type { Statements } from "./pipeline-events";

// Each of these works on a small batch, so that no transaction holds locks for long.

/** Rows of one statement. */
const BATCH = 500;
/** Events have deliveries and attempts that go with them: fewer of them at a time. */
const EVENT_BATCH = 50;

/**
 * Removes events of a workspace that were received before `cutoff`, with all that hangs on them. One whose intake is still
 * open, or with unfinished deliveries, stays. Fewer than a batch means that none is left.
 */
export async function deleteOldEvents(sql: Sql, workspaceId: string, cutoff: Date): Promise<Batch> {
  return sql.begin(async (tx) => {
    const gone = await tx<{ id: string; intakeId: string }[]>`
      delete from events where id in (
        select e.id from events e
        where e.workspace_id = ${workspaceId} and e.received_at < ${cutoff}
          and not exists (select 1 from intakes i where i.id = e.intake_id)
          and not exists (
            select 1 from deliveries d where d.event_id = e.id and d.status in ('pending', 'retrying'))
        order by e.received_at limit ${EVENT_BATCH})
      returning id, intake_id as "intakeId"`;
    const eventIds = gone.map(({ id }) => id);
    // In statements of their own: each sees what was written until the one before had its locks.
    const deliveries = await tx<{ id: string }[]>`
      delete from deliveries where event_id = any(${eventIds}::text[]) returning id`;
    await tx`delete from attempts where delivery_id = any(${deliveries.map(({ id }) => id)}::text[])`;
    await tx`delete from event_words where event_id = any(${eventIds}::text[])`;
    await tx`
      delete from plans p where intake_id = any(${[...new Set(gone.map(({ intakeId }) => intakeId))]}::text[])
        and not exists (
          select 1 from events e where e.workspace_id = p.workspace_id and e.received_at = p.received_at
            and e.intake_id = p.intake_id and e.type = p.type and coalesce(e.project_id, '') = p.project_id)`;
    return { rows: gone.length, more: gone.length === EVENT_BATCH };
  });
}

/** Removes bulk redeliveries that were asked for before `cutoff` and have ended. */
export async function deleteOldRedeliveries(sql: Statements, cutoff: Date): Promise<Batch> {
  const gone = await sql`
    delete from redeliveries where id in (
      select id from redeliveries where created_at < ${cutoff} and status <> 'running' limit ${EVENT_BATCH})`;
  return { rows: gone.count, more: gone.count === EVENT_BATCH };
}

/** Removes refused ingestions from before `cutoff`. */
export async function deleteOldRejections(sql: Statements, cutoff: Date): Promise<Batch> {
  const gone = await sql`
    delete from rejections where id in (
      select id from rejections where received_at < ${cutoff} order by received_at limit ${BATCH})`;
  return { rows: gone.count, more: gone.count === BATCH };
}

/**
 * Removes hourly counts from before `cutoff`: how long attempts took, and deliveries where none is left. What a delivery
 * counted goes with the delivery itself, so that one that stays is still counted.
 */
export async function deleteOldCounts(sql: Statements, cutoff: Date): Promise<Batch> {
  const tallies = await sql`
    delete from tallies where (kind_id, hour) in (
      select kind_id, hour from tallies where hour < ${cutoff} and count = 0 limit ${BATCH})`;
  const latencies = await sql`
    delete from latencies where (workspace_id, hour, channel_id, bucket) in (
      select workspace_id, hour, channel_id, bucket from latencies
      where hour < ${cutoff}::timestamptz - interval '1 hour' limit ${BATCH})`;
  const totals = await sql`
    delete from latency_totals where (workspace_id, hours, start, channel_id, bucket) in (
      select workspace_id, hours, start, channel_id, bucket from latency_totals
      where start < ${cutoff}::timestamptz - interval '12 hours' limit ${BATCH})`;
  const gone = [tallies.count, latencies.count, totals.count];
  return { rows: gone.reduce((sum, count) => sum + count, 0), more: gone.includes(BATCH) };
}

/** Which workspaces there are. */
export async function workspaceIds(sql: Statements): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from workspaces order by id`;
  return rows.map((row) => row.id);
}

/** A part of a workspace's history, by when its rows came into being. */
export interface Span {
  from: Date;
  cutoff: Date;
}

export interface Batch {
  rows: number;
  /** Whether there may be more. */
  more: boolean;
}

/** A batch of a span; `upTo` is where the next one begins. */
export interface SpanBatch extends Batch {
  upTo: Date;
}

/** Rows of one statement that are looked at: most of them have been forgotten before. */
const LOOK_AT = 20_000;

/** Forgets what receivers answered in attempts of a span. */
export async function forgetResponseBodies(
  sql: Statements,
  workspaceId: string,
  span: Span,
): Promise<SpanBatch> {
  const [row] = await sql<Forgotten[]>`
    with looked as materialized (
      select delivery_id, number, started_at as at, response_body is not null as kept from attempts
      where workspace_id = ${workspaceId} and started_at >= ${span.from} and started_at < ${span.cutoff}
      order by started_at fetch first ${LOOK_AT} rows with ties
    ),
    old as (
      select delivery_id, number, at from looked where kept order by at limit ${BATCH}
    ),
    forgotten as (
      update attempts a set response_body = null
      from old where a.delivery_id = old.delivery_id and a.number = old.number
    )
    ${summary(sql)}`;
  return toSpanBatch(row, span);
}

/** Forgets what was sent in finished deliveries of a span. */
export async function forgetRequestBodies(
  sql: Statements,
  workspaceId: string,
  span: Span,
): Promise<SpanBatch> {
  const [row] = await sql<Forgotten[]>`
    with looked as materialized (
      select id, created_at as at, body is not null and status not in ('pending', 'retrying') as kept from deliveries
      where workspace_id = ${workspaceId} and created_at >= ${span.from} and created_at < ${span.cutoff}
      order by created_at fetch first ${LOOK_AT} rows with ties
    ),
    old as (
      select id, at from looked where kept order by at limit ${BATCH}
    ),
    forgotten as (
      update deliveries d set body = null from old where d.id = old.id
    )
    ${summary(sql)}`;
  return toSpanBatch(row, span);
}

interface Forgotten {
  rows: number;
  looked: number;
  /** Of what was forgotten, and of what was looked at. */
  lastOld: Date | null;
  lastLooked: Date | null;
}

const summary = (sql: Statements) => sql`
  select (select count(*)::int from old) as rows, (select max(at) from old) as "lastOld",
    (select count(*)::int from looked) as looked, (select max(at) from looked) as "lastLooked"`;

function toSpanBatch(row: Forgotten | undefined, span: Span): SpanBatch {
  if (!row?.lastLooked) return { rows: 0, more: false, upTo: span.cutoff };
  // Some of the same moment may be left.
  if (row.rows === BATCH && row.lastOld) return { rows: BATCH, more: true, upTo: row.lastOld };
  const upTo = new Date(row.lastLooked.getTime() + 1);
  return { rows: row.rows, more: row.looked >= LOOK_AT, upTo };
}
