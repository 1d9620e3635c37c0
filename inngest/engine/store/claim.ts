import type { Sql } from "@/db/client";
import { jobColumns, type ClaimedJob } from "./job";

export interface ClaimInput {
  owner: number;
  /** Number of this statement, never used before by this owner. */
  claim: number;
  /** Due jobs wanted, at most. */
  want: number;
  /** Concurrency keys that may have free slots for parked jobs. */
  keys: readonly string[];
}

export interface Claimed {
  jobs: ClaimedJob[];
  /** As many due jobs were seen as were wanted: there may be more. */
  more: boolean;
  /** Milliseconds until the next job is due; null when none waits for a time. */
  dueInMs: number | null;
}

type Row = { seen: number; dueInMs: number | null } & { [K in keyof ClaimedJob]: ClaimedJob[K] | null };

/**
 * Takes due jobs, oldest first. Jobs of a key without a free slot are parked, so that the next claim does not meet them
 * again: thousands of jobs of one busy key cost nobody else anything. The slot's row lock makes the limit exact over
 * processes; slots are taken in the order of their keys, so two claims can't block each other crosswise. A worker that
 * was taken for dead gets nothing.
 */
export async function claimJobs(sql: Sql, input: ClaimInput): Promise<Claimed> {
  const rows = await sql<Row[]>`
    with me as (
      select from engine.workers where owner = ${input.owner}
    ), due as (
      select id, key, key_limit, run_at, parked from engine.jobs
      where owner is null and not parked and run_at <= now() and exists (select from me)
      order by run_at limit ${input.want} for update skip locked
    ), waiting as (
      select j.* from json_array_elements_text(${JSON.stringify(input.keys)}::text::json) as k(key)
      cross join lateral (
        select id, key, key_limit, run_at, parked from engine.jobs
        where key = k.key and parked order by run_at limit ${input.want} for update skip locked
      ) j where exists (select from me)
    ), candidates as (
      select * from due union all select * from waiting
    ), asked as (
      select key, max(key_limit) as capacity, count(*)::int as asked,
        (count(*) filter (where not parked))::int as fresh
      from candidates where key is not null group by key
    ), slots as (
      insert into engine.slots as s (key, capacity, asked, fresh, granted, running, waiting)
      select key, capacity, asked, fresh, least(asked, capacity), least(asked, capacity),
        fresh - least(asked, capacity)
      from asked order by key
      on conflict (key) do update set
        capacity = excluded.capacity, asked = excluded.asked, fresh = excluded.fresh,
        granted = least(excluded.asked, greatest(0, excluded.capacity - s.running)),
        running = s.running + least(excluded.asked, greatest(0, excluded.capacity - s.running)),
        waiting = s.waiting + excluded.fresh - least(excluded.asked, greatest(0, excluded.capacity - s.running))
      returning key, granted
    ), ranked as (
      select id, key, parked, row_number() over (partition by key order by not parked, run_at) as rank
      from candidates
    ), claimed as (
      update engine.jobs j set owner = ${input.owner}, claim = ${input.claim}, parked = false
      from ranked r left join slots s on s.key = r.key
      where j.id = r.id and (r.key is null or r.rank <= s.granted)
      returning j.*
    ), parking as (
      update engine.jobs j set parked = true
      from ranked r join slots s on s.key = r.key
      where j.id = r.id and not r.parked and r.rank > s.granted
    )
    select seen, due_in as "dueInMs", ${jobColumns(sql)}
    from (
      select (select count(*)::int from due) as seen, (
        select (extract(epoch from min(run_at) - clock_timestamp()) * 1000)::float8 from engine.jobs
        where owner is null and not parked and run_at > now()
      ) as due_in
    ) as state left join claimed c on true`;
  return {
    jobs: rows.flatMap(({ seen: _seen, dueInMs: _dueInMs, ...job }) =>
      job.id === null ? [] : [job as ClaimedJob],
    ),
    more: (rows[0]?.seen ?? 0) >= input.want,
    dueInMs: rows[0]?.dueInMs ?? null,
  };
}
