import type { Sql } from "@/db/client";
import type { SentEvent } from "../sent-events";

/** The channel that wakes workers. */
export const WAKE_CHANNEL = "carillon_engine";

/**
 * Stores events and starts the runs of every function registered for them, in one statement, from any process.
 * An event without a function yet is kept until one is registered.
 */
export async function sendEvents(sql: Sql, events: readonly SentEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    with sent as (
      select * from json_to_recordset(${eventsJson(events)}::text::json)
        as s(id text, name text, payload text, source text)
    ), ${sending(sql)}
    select pg_notify(${WAKE_CHANNEL}, '') from (select from started limit 1) as any_started`;
}

/** In one order for everybody: two senders of the same ids can't block each other crosswise. */
export const eventsJson = (events: readonly SentEvent[]): string =>
  JSON.stringify(events.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

/** What follows from the events in `sent`; `started` has a row for each run. */
export const sending = (sql: Sql) => sql`
  stored as (
    insert into engine.events (id, name, source, payload)
    select id, name, coalesce(source, ''), case when not exists (
      select from engine.triggers t where t.event = s.name and t.source in ('', coalesce(s.source, ''))
    ) then payload end
    from sent s on conflict do nothing returning id
  ), started as (
    insert into engine.jobs (id, fn, payload, key, key_limit)
    select ${newJob(sql)}
    from stored join sent s using (id)
    join engine.triggers t on t.event = s.name and t.source in ('', coalesce(s.source, ''))
    on conflict do nothing returning id
  )`;

/**
 * The columns id, fn, payload, key and limit of a run of trigger `t` by event `s`. Ids and long keys are hashed: run ids
 * become part of event ids and those of run ids, and an index entry has at most 2,704 bytes.
 */
export const newJob = (sql: Sql) => sql`
  ${hashed(sql, sql`s.id || '.' || t.fn`)}, t.fn, s.payload,
  case
    when t.key_limit is null then null
    when t.key_path is null then t.fn
    else t.fn || ':' || (
      select case when length(value) > 100 then ${hashed(sql, sql`value`)} else coalesce(value, '') end
      from (select s.payload::json #>> t.key_path) as path(value)
    )
  end,
  t.key_limit`;

/** 160 bits in hexadecimal. */
const hashed = (sql: Sql, text: ReturnType<Sql>) =>
  sql`left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 40)`;
