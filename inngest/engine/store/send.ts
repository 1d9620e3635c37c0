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
    with ${sending(sql, events)}
    select pg_notify(${WAKE_CHANNEL}, '') from (select from started limit 1) as any_started`;
}

/** The common table expressions of a send; `started` has a row for each run. */
export function sending(sql: Sql, events: readonly SentEvent[]) {
  // One order for everybody: two senders of the same ids can't block each other crosswise.
  const sorted = events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sql`
    sent as (
      select * from json_to_recordset(${JSON.stringify(sorted)}::text::json)
        as s(id text, name text, payload text, source text)
    ), stored as (
      insert into engine.events (id, name, source, payload)
      select id, name, coalesce(source, ''), case when not exists (
        select from engine.triggers t where t.event = s.name and t.source in ('', coalesce(s.source, ''))
      ) then payload end
      from sent s on conflict do nothing returning id
    ), started as (
      insert into engine.jobs (id, fn, payload, key, key_limit)
      select s.id || '.' || t.fn, t.fn, s.payload, ${slotKey(sql)}, t.key_limit
      from stored join sent s using (id)
      join engine.triggers t on t.event = s.name and t.source in ('', coalesce(s.source, ''))
      on conflict do nothing returning id
    )`;
}

/** The concurrency key of a run of trigger `t` by event `s`: index entries are short, so long values are hashed. */
export function slotKey(sql: Sql) {
  return sql`case
    when t.key_limit is null then null
    when t.key_path is null then t.fn
    else t.fn || ':' || (
      select case when length(value) > 100 then md5(value) else coalesce(value, '') end
      from (select s.payload::json #>> t.key_path) as path(value)
    )
  end`;
}
