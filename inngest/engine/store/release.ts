import type { Sql } from "@/db/client";

export interface Released {
  jobs: number;
  /** Keys whose slots became free while jobs are parked. */
  opened: string[];
}

/** Session locks by owner number: a lock that nobody holds means that its process is gone. */
export const OWNER_LOCK = 4711;

/**
 * Gives the jobs of dead workers back: those whose session lock is free and who were silent for `silenceMs`, and those
 * who hold it but were silent for the whole lease, since a paused process keeps its connections.
 */
export async function releaseDeadWorkers(
  sql: Sql,
  input: { owner: number; silenceMs: number; leaseMs: number },
): Promise<Released> {
  const [row] = await sql<[Released]>`
    with dead as (
      delete from engine.workers w
      where owner <> ${input.owner} and (
        seen_at < now() - ${input.leaseMs} * interval '1 ms'
        or seen_at < now() - ${input.silenceMs} * interval '1 ms' and not exists (
          select from pg_locks l
          where l.locktype = 'advisory' and l.granted and l.classid = ${OWNER_LOCK} and l.objid = w.owner::oid
            and l.database = (select oid from pg_database where datname = current_database())
        )
      )
      returning owner
    ), released as (
      update engine.jobs j set ${givenUp(sql)} from dead d where j.owner = d.owner returning j.key
    ), ${freeing(sql)}`;
  return row;
}

/** Gives back jobs whose owner is unknown. Nothing leaves any, in theory; this keeps practice in line. */
export async function releaseOrphans(sql: Sql): Promise<Released> {
  const [row] = await sql<[Released]>`
    with orphans as (
      select id from engine.jobs j where owner is not null
        and not exists (select from engine.workers w where w.owner = j.owner)
      for update skip locked
    ), released as (
      update engine.jobs j set ${givenUp(sql)} from orphans o where j.id = o.id returning j.key
    ), ${freeing(sql)}`;
  return row;
}

/** Gives back what claims took whose answer was lost with their connection. */
export async function releaseClaims(sql: Sql, owner: number, claims: readonly number[]): Promise<Released> {
  const [row] = await sql<[Released]>`
    with released as (
      update engine.jobs j set owner = null, claim = null
      where owner = ${owner} and claim in (
        select value::bigint from json_array_elements_text(${JSON.stringify(claims)}::text::json)
      )
      returning j.key
    ), ${freeing(sql)}`;
  return row;
}

// A job that takes its worker down with it must not do so for ever: from the fifth death on it waits, longer each time. The
// others that the worker held bear it, too, so the first waits are short.
const givenUp = (sql: Sql) => sql`
  owner = null, claim = null, setbacks = j.setbacks + 1,
  run_at = case when j.setbacks < 5 then j.run_at
    else now() + least(power(2, j.setbacks - 5), 600) * interval '1 s' end`;

/** Gives the slots of `released` back and answers a Released. */
const freeing = (sql: Sql) => sql`
  freed as (
    select key, count(*)::int as n from released where key is not null group by key
  ), held as (
    select s.key, f.n from engine.slots s join freed f on f.key = s.key order by s.key for update of s
  ), counted as (
    update engine.slots s set running = s.running - h.n from held h where s.key = h.key
    returning s.key, s.waiting > 0 and s.running < s.capacity as open
  )
  select (select count(*)::int from released) as jobs,
    (select coalesce(json_agg(key), '[]') from counted where open) as opened`;
