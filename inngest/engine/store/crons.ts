import type { Sql } from "@/db/client";
import type { SentEvent } from "../sent-events";
import type { CronEntry } from "./register";
import { eventsJson, sending, WAKE_CHANNEL } from "./send";

export async function readCrons(sql: Sql): Promise<CronEntry[]> {
  return sql<CronEntry[]>`select fn, schedule, next_at as "nextAt" from engine.crons`;
}

/** Moves a schedule back to an earlier time, unless another worker was faster. */
export async function setBackCron(sql: Sql, entry: CronEntry, next: Date): Promise<void> {
  await moving(sql, entry, next);
}

/** Moves a schedule on to its next time and sends its event, unless another worker was faster. */
export async function advanceCron(sql: Sql, entry: CronEntry, next: Date, event: SentEvent): Promise<void> {
  await sql`
    with moved as (
      ${moving(sql, entry, next)} returning fn
    ), sent as (
      select * from json_to_recordset(${eventsJson([event])}::text::json)
        as s(id text, name text, payload text, source text)
      where exists (select from moved)
    ), ${sending(sql)}
    select pg_notify(${WAKE_CHANNEL}, '') from (select from started limit 1) as any_started`;
}

/** The time that was read is part of the condition: of several workers one alone moves a schedule. */
const moving = (sql: Sql, { fn, schedule, nextAt }: CronEntry, next: Date) => sql`
  update engine.crons set next_at = ${next.toISOString()}::text::timestamptz
  where fn = ${fn} and schedule = ${schedule} and next_at = ${nextAt.toISOString()}::text::timestamptz`;
