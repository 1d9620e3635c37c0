import type { Sql } from "@/db/client";
import type { FinishedStep } from "../protocol";
import type { SentEvent } from "../sent-events";
import { jobColumns, type ClaimedJob } from "./job";
import { eventsJson, sending, WAKE_CHANNEL } from "./send";

/** A job that goes on, now or later. Nothing happens if `owner` no longer holds it. */
export interface Move {
  id: string;
  owner: number;
  /** Stays with its owner; otherwise it is released until the time given. */
  keep: boolean;
  until?: Date;
  waitMs?: number;
  attempt: number;
  setbacks: number;
  wake: string | null;
  /** Steps stored in all, including `finished`. */
  memo: number;
  finished: readonly FinishedStep[];
}

/** A run that is over, successfully or not. */
export interface End {
  id: string;
  owner: number;
  error: string | null;
}

export interface Changes {
  moves: readonly Move[];
  ends: readonly End[];
  /** Events; those with `after` only if that run ended in these same changes. */
  events: readonly (SentEvent & { after?: string })[];
}

export interface Handover {
  owner: number;
  claim: number;
  /** Whether freed slots may be filled with parked jobs, for this owner. */
  accept: boolean;
  /** Whether other workers should look for the runs that events started. */
  notify: boolean;
}

export interface Applied {
  /** Ids of the moves and ends that took place. */
  applied: string[];
  /** Parked jobs that took over freed slots: now this owner's. */
  taken: ClaimedJob[];
  /** Keys that still have both a free slot and parked jobs. */
  opened: string[];
  started: number;
}

/**
 * Carries out many changes in one statement, so in one commit. A freed slot goes straight to the next parked job of its
 * key; one that was parked in this very moment is not seen yet, and its key is reported as opened.
 */
export async function applyChanges(sql: Sql, changes: Changes, handover: Handover): Promise<Applied> {
  const moves = changes.moves.map(({ finished: _finished, ...move }) => move);
  const steps = changes.moves.flatMap(({ id, memo, finished }) =>
    finished.map((step, index) => ({ ...step, runId: id, seq: memo - finished.length + index })),
  );
  const [row] = await sql<[Applied]>`
    with move as (
      select * from json_to_recordset(${JSON.stringify(moves)}::text::json) as m(
        id text, owner int, keep boolean, until text, "waitMs" float8, attempt int, setbacks int, wake text, memo int
      )
    ), ended as (
      select * from json_to_recordset(${JSON.stringify(changes.ends)}::text::json)
        as e(id text, owner int, error text)
    ), moved as (
      update engine.jobs j set
        owner = case when m.keep then j.owner end,
        claim = case when m.keep then j.claim end,
        run_at = case when m.keep then j.run_at
          else coalesce(m.until::timestamptz, now() + m."waitMs" * interval '1 ms') end,
        attempt = m.attempt, setbacks = m.setbacks, wake = m.wake, memo = m.memo
      from move m where j.id = m.id and j.owner + 0 = m.owner
      returning j.id, j.key, m.keep
    ), done as (
      delete from engine.jobs j using ended e where j.id = e.id and j.owner + 0 = e.owner
      returning j.id, j.fn, j.key, j.payload, j.started_at, j.memo, e.error
    ), remembered as (
      insert into engine.steps (run_id, id, kind, data, seq)
      select "runId", id, kind, json, seq from json_to_recordset(${JSON.stringify(steps)}::text::json)
        as s("runId" text, id text, kind text, json text, seq int)
      where exists (select from moved where moved.id = s."runId")
      on conflict do nothing
    ), forgotten as (
      delete from engine.steps s using done d where s.run_id = d.id and d.memo > 0
    ), failed as (
      insert into engine.failures (id, fn, payload, error, started_at)
      select id, fn, payload, error, started_at from done where error is not null
      on conflict (id) do nothing
    ), freed as (
      select key, count(*)::int as n from (
        select key from moved where not keep union all select key from done
      ) as slots where key is not null group by key
    ), held as (
      select s.key, greatest(0, least(f.n, s.capacity - s.running + f.n)) as free
      from engine.slots s join freed f on f.key = s.key order by s.key for update of s
    ), next as (
      select j.id from held h cross join lateral (
        select id from engine.jobs where key = h.key and parked order by run_at limit h.free
        for update skip locked
      ) j where ${handover.accept}
    ), taken as (
      update engine.jobs j set owner = ${handover.owner}, claim = ${handover.claim}, parked = false
      from next n where j.id = n.id returning j.*
    ), counted as (
      update engine.slots s set
        running = s.running - f.n + coalesce(t.n, 0), waiting = s.waiting - coalesce(t.n, 0)
      from held h join freed f on f.key = h.key
      left join (select key, count(*)::int as n from taken group by key) t on t.key = h.key
      where s.key = h.key
      returning s.key, s.waiting > 0 and s.running < s.capacity as open
    ), sent as (
      select * from json_to_recordset(${eventsJson(changes.events)}::text::json)
        as s(id text, name text, payload text, source text, after text)
      where after is null or exists (select from done where done.id = s.after)
    ), ${sending(sql)}, notified as (
      select pg_notify(${WAKE_CHANNEL}, '') from (select from started limit 1) as any_started
      where ${handover.notify}
    )
    select
      (select coalesce(json_agg(id), '[]') from (
        select id from moved union all select id from done) as ids) as applied,
      (select coalesce(json_agg(job), '[]') from (
        select ${jobColumns(sql)} from taken c) as job) as taken,
      (select coalesce(json_agg(key), '[]') from counted where open) as opened,
      (select count(*)::int from started) as started,
      (select count(*) from notified)`;
  return row;
}
