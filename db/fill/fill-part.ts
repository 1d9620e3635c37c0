import type postgres from "postgres";
import type { Sql } from "../client";
import {
  BODY_DAYS,
  CANCELLED,
  chanceOfDelivery,
  chanceOfEvent,
  CHANNELS,
  DAYS,
  FAILED,
  PROJECTS,
  providerOf,
  triesOf,
} from "./pattern";

/** Some of a workspace's events, by number. */
export interface Part {
  workspaceId: string;
  types: readonly string[];
  /** Makes the ids of this filling its own. */
  run: string;
  from: number;
  to: number;
  total: number;
  attemptsEach: number;
}

type Transaction = postgres.TransactionSql;

/** Inserts a part's events with their deliveries and attempts, all or none. */
export async function fillPart(sql: Sql, part: Part): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local synchronous_commit = off`;
    await chooseEvents(tx, part);
    await insertEvents(tx, part);
    await chooseDeliveries(tx, part);
    await insertDeliveries(tx, part);
    await insertAttempts(tx, part);
  });
}

/** Busy days and quiet nights, few of the types and projects most of the time, and a tenth that no channel wants. */
async function chooseEvents(
  tx: Transaction,
  { workspaceId, types, run, from, to, total }: Part,
): Promise<void> {
  const chance = (seed: number) => chanceOfEvent(tx, seed);
  await tx`
    create temp table filled_events on commit drop as
    select i, 'evt_' || lpad(${run}::text || to_hex(i), 20, '0') || '-' || left(md5(${workspaceId}::text || i), 12) as id,
      (${[...types]}::text[])[1 + floor(${types.length}::int * power(${chance(1)}, 2.5))::int] as type,
      case when ${chance(2)} < 0.8 then (array(select id from projects where workspace_id = ${workspaceId} order by id))
        [1 + floor(${PROJECTS}::int * power(${chance(3)}, 2))::int] end as project_id,
      ${chance(4)} < 0.002 as test,
      case when ${chance(5)} < 0.09 then 0 else 1 + floor(${chance(6)} * 3.4)::int end as matches,
      now() - interval '1 minute'
        - ${DAYS}::int * (1 - u + 0.13 / ${DAYS}::int * sin(2 * pi() * ${DAYS}::int * u)) * interval '1 day' as at
    from (select i, ((i + 0.5) / ${total}::int)::float8 as u
          from generate_series(${from}::bigint, ${to - 1}::bigint) i) numbers`;
}

async function insertEvents(tx: Transaction, { workspaceId, total }: Part): Promise<void> {
  await tx`
    insert into events (id, intake_id, workspace_id, project_id, type, data, created_at, received_at, body_hash, test,
      search_text)
    select id, id, ${workspaceId}, project_id, type,
      json_build_object('task',
        json_build_object('id', 'tsk_' || i, 'title', 'Inspect the pump ' || i, 'status', 'active')),
      at, at, '', test,
      replace(type, '.', ' ')
        || ' ' || (array['inspect', 'replace', 'order', 'clean', 'paint', 'review'])[1 + i % 6]
        || ' the ' || (array['pump', 'fence', 'boiler', 'north gate', 'filter', 'ladder', 'harbour crane'])[1 + i % 7]
        || ' ' || lpad(to_hex(i * 7919 % 16777216), 6, '0')
        || ' ' || (array['robin vale', 'ida holm', 'sam doe', 'mira lund', 'otto berg'])[1 + i % 5]
        -- Of two days three weeks ago only: frequent there, and nowhere else.
        || case when i between 0.3 * ${total}::int and 0.36 * ${total}::int and i % 2 = 0 then ' spring fair' else '' end
    from filled_events order by i`;
  await tx`
    insert into plans (intake_id, type, project_id, workspace_id, received_at, planned_at, channels, matches, routing)
    select id, type, coalesce(project_id, ''), ${workspaceId}, at, at, 1, sign(matches),
      json_build_array(json_build_object('channelId', 'chn_0', 'channelName', 'Channel',
        'reason', case when matches = 0 then 'event_type_not_selected' end))::jsonb
    from filled_events order by i`;
  await tx`
    insert into event_words (event_id, workspace_id, search_text)
    select e.id, e.workspace_id, e.search_text from filled_events f join events e using (id) order by f.i`;
}

/** A type goes to a few channels only, and some channels get much more than others. */
async function chooseDeliveries(tx: Transaction, { attemptsEach }: Part): Promise<void> {
  const chance = (seed: number) => chanceOfDelivery(tx, seed);
  const once = 1 - FAILED - CANCELLED;
  const repeated = (attemptsEach - FAILED * 6 - once) / once;
  await tx`
    create temp table filled on commit drop as
    select distinct on (i, c) *, 'whd_' || substr(id, 5) || k as delivery_id
    from (
      select e.*, k,
        (abs(hashtext(type)) % 7 + floor(power(${chance(8)}, 2) * 12)::int * 3 + k) % ${CHANNELS}::int as c,
        case when ${chance(9)} < ${FAILED}::float8 then 'failed'
             when ${chance(9)} < ${FAILED + CANCELLED}::float8 then 'cancelled'
             when at > now() - interval '10 minutes' and ${chance(9)} < 0.3 then 'retrying'
             else 'delivered' end as status,
        ${chance(10)} < ${repeated}::float8 as repeated
      from filled_events e, generate_series(0, 3) k where k < e.matches
    ) chosen
    order by i, c, k`;
}

async function insertDeliveries(tx: Transaction, { workspaceId }: Part): Promise<void> {
  await tx`
    insert into deliveries (id, workspace_id, event_id, channel_id, channel_name, provider, event_type, project_id, test,
      status, attempt_count, max_attempts, next_attempt_at, body, created_at, finished_at, last_error_code,
      last_status_code, announced_at)
    select delivery_id, ${workspaceId}, id, ${workspaceId}::text || '_chn_' || c || '_' || md5(c::text), 'Channel ' || c,
      ${providerOf(tx)}, type, project_id, test, status, ${triesOf(tx)}, 6,
      -- Far ahead: nothing of this is ever sent.
      case when status = 'retrying' then now() + interval '10 years' end,
      case when at > now() - ${BODY_DAYS}::int * interval '1 day' then repeat(md5(i::text), 12) end,
      at, case when status <> 'retrying' then at + interval '1 second' end,
      case when status in ('failed', 'retrying') then 'http_status' end,
      case when status in ('failed', 'retrying') then 503 when status = 'delivered' then 200 end, at
    from filled order by i, k`;
}

async function insertAttempts(tx: Transaction, { workspaceId }: Part): Promise<void> {
  await tx`
    insert into attempts (delivery_id, number, workspace_id, trigger, outcome, stage, error_code, status_code, started_at,
      duration_ms, timings, request_url, response_body)
    select delivery_id, n, ${workspaceId}, case when test then 'test' else 'automatic' end,
      case when ok then 'succeeded' else 'failed' end, 'response', case when not ok then 'http_status' end,
      case when ok then 200 else 503 end, at + (n - 1) * interval '30 seconds', ms,
      json_build_object('total', ms)::jsonb, 'https://hooks.example.com/…',
      case when at > now() - ${BODY_DAYS}::int * interval '1 day' then repeat('ok ', 20) end
    from filled, generate_series(1, ${triesOf(tx)}) n,
      lateral (select n = ${triesOf(tx)} and status = 'delivered' as ok,
        (20 * (1 + c % 5) * exp(2.5 * ${chanceOfDelivery(tx, 11)}))::int as ms) result
    order by i, k, n`;
}
