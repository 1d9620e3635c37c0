import type { Sql } from "@/db/client";
import type { EngineFunction } from "../config";
import { newJob, WAKE_CHANNEL } from "./send";

export interface CronEntry {
  fn: string;
  schedule: string;
  nextAt: Date;
}

export interface TriggerRow {
  event: string;
  fn: string;
  source: string;
  keyPath: string[] | null;
  keyLimit: number | null;
}

/**
 * Makes the given functions the registered ones and starts the runs of events that waited for them. The last worker to
 * start wins; jobs of functions that are gone stay, for a worker that knows them.
 */
export async function registerFunctions(
  sql: Sql,
  triggers: readonly TriggerRow[],
  crons: readonly CronEntry[],
): Promise<void> {
  await sql.begin(async (transaction) => {
    // Two workers that start together: one after the other.
    await transaction`select pg_advisory_xact_lock(${REGISTRATION_LOCK})`;
    await transaction`delete from engine.triggers`;
    await transaction`
      insert into engine.triggers (event, fn, source, key_path, key_limit)
      select event, fn, source,
        (select array_agg(value) from json_array_elements_text("keyPath")), "keyLimit"
      from json_to_recordset(${JSON.stringify(triggers)}::text::json)
        as t(event text, fn text, source text, "keyPath" json, "keyLimit" int)
      on conflict do nothing`;
    await transaction`
      with given as (
        select * from json_to_recordset(${JSON.stringify(crons)}::text::json)
          as c(fn text, schedule text, "nextAt" text)
      ), removed as (
        delete from engine.crons c
        where not exists (select from given g where g.fn = c.fn and g.schedule = c.schedule)
      )
      insert into engine.crons (fn, schedule, next_at)
      select fn, schedule, "nextAt"::timestamptz from given on conflict do nothing`;
  });
}

const REGISTRATION_LOCK = 4_711_001;

/** The rows that a function's event triggers become. */
export const triggerRows = (fn: EngineFunction): TriggerRow[] =>
  fn.triggers.flatMap((trigger) =>
    "event" in trigger ? [triggerRow(fn, trigger.event, trigger.source)] : [],
  );

export const triggerRow = (fn: EngineFunction, event: string, source: string): TriggerRow => ({
  event,
  fn: fn.id,
  source,
  keyPath: fn.concurrency?.path ?? null,
  keyLimit: fn.concurrency?.limit ?? null,
});

/** Starts the runs of up to 500 events that were sent before a function for them was registered. */
export async function startWaitingEvents(sql: Sql): Promise<number> {
  const rows = await sql`
    with waiting as (
      select s.id, s.name, s.source, s.payload
      from (select distinct event from engine.triggers) known
      join engine.events s on s.name = known.event and s.payload is not null
      where exists (select from engine.triggers t where t.event = s.name and t.source in ('', s.source))
      limit 500 for update of s skip locked
    ), started as (
      insert into engine.jobs (id, fn, payload, key, key_limit)
      select ${newJob(sql)}
      from waiting s join engine.triggers t on t.event = s.name and t.source in ('', s.source)
      on conflict do nothing returning id
    ), planned as (
      update engine.events e set payload = null from waiting w where e.id = w.id returning e.id
    )
    select id, (select pg_notify(${WAKE_CHANNEL}, '') from (select from started limit 1) as any_started)
    from planned`;
  return rows.length;
}
