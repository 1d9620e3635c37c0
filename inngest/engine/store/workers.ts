import type { Sql } from "@/db/client";
import { OWNER_LOCK } from "./release";

/** Enters this process among the workers and returns its owner number, which is never given again. */
export async function registerWorker(sql: Sql, pid: number): Promise<number> {
  const [row] = await sql<[{ owner: number }]>`
    insert into engine.workers (pid) values (${pid}) returning owner`;
  return row.owner;
}

export interface Beat {
  /** False when another worker has taken this one for dead: its number is void. */
  known: boolean;
  /** Whether this connection holds the number's session lock. */
  locked: boolean;
}

/** Says that the worker lives. Must run on the connection that holds its session lock. */
export async function beat(sql: Sql, owner: number, ready: boolean): Promise<Beat> {
  const [row] = await sql<[Beat]>`
    with me as (
      update engine.workers set seen_at = now(), ready = ${ready} where owner = ${owner} returning owner
    )
    select exists (select from me) as known, exists (
      select from pg_locks
      where locktype = 'advisory' and classid = ${OWNER_LOCK} and objid = ${owner}::int::oid
        and pid = pg_backend_pid()
    ) as locked`;
  return row;
}

/** Takes the number's session lock, unless a lingering connection of this process still has it. */
export async function lockOwner(sql: Sql, owner: number): Promise<void> {
  await sql`select pg_try_advisory_lock(${OWNER_LOCK}, ${owner})`;
}

export async function unregisterWorker(sql: Sql, owner: number): Promise<void> {
  await sql`delete from engine.workers where owner = ${owner}`;
}

export interface LiveWorkers {
  /** Workers seen within the last 10 s. */
  alive: number;
  /** Those of them that are warm and take work. */
  ready: number;
}

/** How many workers live, by the database's clock. */
export async function liveWorkers(sql: Sql): Promise<LiveWorkers> {
  const [row] = await sql<[LiveWorkers]>`
    select count(*)::int as alive, (count(*) filter (where ready))::int as ready
    from engine.workers where seen_at > now() - interval '10 s'`;
  return row;
}

export interface EngineStats {
  /** Jobs that could run now, those that wait for a slot included. */
  due: number;
  /** Age in seconds of the one that waits longest; 0 without any. */
  oldestDueSeconds: number;
  sleeping: number;
  running: number;
}

/** The state of the queue, for metrics. Reads the whole queue. */
export async function engineStats(sql: Sql): Promise<EngineStats> {
  const [row] = await sql<[EngineStats]>`
    select
      (count(*) filter (where owner is null and run_at <= now()))::int as due,
      coalesce(extract(epoch from now() - min(run_at) filter (where owner is null and run_at <= now())), 0)::float8
        as "oldestDueSeconds",
      (count(*) filter (where owner is null and run_at > now()))::int as sleeping,
      (count(*) filter (where owner is not null))::int as running
    from engine.jobs`;
  return row;
}
