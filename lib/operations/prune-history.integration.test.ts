import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeAttempt, makeDelivery, makeEvent } from "@/db/factories";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { foldTallies } from "./fold-tallies";
import { pruneHistory } from "./prune-history";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld({
    ...{ RETENTION_DAYS: "30", RETENTION_BODY_DAYS: "7", RETENTION_REJECTED_DAYS: "7" },
  });
});
beforeEach(async () => {
  await rawSql()`truncate events, intakes, plans, event_words, deliveries, attempts, redeliveries, rejections, tallies, tally_changes, latencies, latency_changes cascade`;
  ctx = await world.workspace();
});
afterAll(() => world.close());

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

/** An event with one delivery and one attempt, all of the same age in days. */
async function history(days: number, values: object = {}, attemptDays = days) {
  const channel = await world.channel("/x", { workspaceId: ctx.workspaceId });
  const at = ago(days);
  const event = await makeEvent(db(), { workspaceId: ctx.workspaceId, receivedAt: at, plannedAt: at });
  const shape = { event, channel, createdAt: at, body: "{}", status: "delivered" as const };
  const delivery = await makeDelivery(db(), { ...shape, ...values });
  await makeAttempt(db(), { delivery, startedAt: ago(attemptDays), responseBody: "ok" });
  return { event, delivery };
}

const ids = async (table: "events" | "deliveries") =>
  (await rawSql()`select id from ${rawSql()(table)} order by id`).map((row) => row.id);

test("events go with their deliveries and attempts once they are thirty days old", async () => {
  await history(31);
  const kept = await history(29);
  expect(await pruneHistory()).toMatchObject({ events: 1, more: false });
  expect(await ids("events")).toEqual([kept.event.id]);
  expect(await ids("deliveries")).toEqual([kept.delivery.id]);
  expect(await rawSql()`select delivery_id from attempts`).toEqual([{ delivery_id: kept.delivery.id }]);
  expect(await rawSql()`select event_id from event_words`).toEqual([{ event_id: kept.event.id }]);
  expect(await rawSql()`select intake_id from plans`).toEqual([{ intake_id: kept.event.intakeId }]);
});

test("the hourly counts go with what they counted", async () => {
  await history(31);
  const kept = await history(29);
  await foldTallies();
  await pruneHistory();
  await foldTallies();
  await pruneHistory();
  const [tallies, latencies] = [
    await rawSql()`select hour, count from tallies`,
    await rawSql()`select hour from latencies`,
  ];
  // Its exact kind, its channel as a whole, its event type, and the workspace.
  expect(tallies.map((row) => row.count)).toEqual([1, 1, 1, 1]);
  for (const { hour } of [...tallies, ...latencies])
    expect(kept.delivery.createdAt.getTime() - hour.getTime()).toBeLessThan(3_600_000);
  expect(latencies).toHaveLength(1);
});

test("what was never planned or is not finished stays, however old", async () => {
  const open = await history(60, { status: "retrying" });
  const unplanned = await makeEvent(db(), { workspaceId: ctx.workspaceId, receivedAt: ago(60) });
  await pruneHistory();
  expect(await ids("events")).toEqual([open.event.id, unplanned.id].sort());
});

test("of events that were planned together the plan stays as long as one of them does", async () => {
  const open = await history(40, { status: "retrying" });
  const { intakeId, receivedAt, workspaceId } = open.event;
  const { id } = await makeEvent(db(), { workspaceId, intakeId, receivedAt, plannedAt: receivedAt });
  await pruneHistory();
  expect(await ids("events")).toEqual([open.event.id]);
  expect(await rawSql()`select event_id from event_words where event_id = ${id}`).toEqual([]);
  expect(await rawSql()`select intake_id from plans`).toEqual([{ intake_id: intakeId }]);
});

test("bodies are forgotten after seven days, by the age of the attempt and of the finished delivery", async () => {
  const old = await history(8);
  const retriedLately = await history(20, {}, 1);
  const open = await history(9, { status: "retrying" });
  const young = await history(6);
  await pruneHistory();
  const rows = await rawSql()`
    select d.id, d.body, a.response_body from deliveries d join attempts a on a.delivery_id = d.id`;
  const of = ({ delivery }: { delivery: { id: string } }) => rows.find((row) => row.id === delivery.id);
  expect(of(old)).toMatchObject({ body: null, response_body: null });
  expect(of(retriedLately)).toMatchObject({ body: null, response_body: "ok" });
  expect(of(open)).toMatchObject({ body: "{}", response_body: null });
  expect(of(young)).toMatchObject({ body: "{}", response_body: "ok" });
});

test("a thousand bodies and events go in batches in one call", async () => {
  await world.channel("/y", { workspaceId: ctx.workspaceId, id: "chn_bulk" });
  await rawSql()`
    insert into events (id, workspace_id, type, data, created_at, received_at, body_hash, intake_id)
    select 'evt_' || n, ${ctx.workspaceId}, 'task.created', '{}', now(), now() - interval '10 d' - n * interval '1 h',
      '', 'int_' || n from generate_series(1, 1200) n`;
  await rawSql()`
    insert into deliveries (id, workspace_id, event_id, channel_id, channel_name, provider, event_type, max_attempts,
      status, body, created_at)
    select 'whd_' || n, ${ctx.workspaceId}, 'evt_' || n, 'chn_bulk', 'Y', 'webhook', 'task.created', 6, 'delivered', '{}',
      now() - interval '10 d' from generate_series(1, 1200) n`;
  const pruned = await pruneHistory();
  expect(pruned).toMatchObject({ events: 1200 - 480 + 1, more: false });
  expect(await rawSql()`select id from deliveries where body is not null`).toHaveLength(0);
});

test("refusals go after seven days, ended bulk jobs after thirty", async () => {
  await rawSql()`
    insert into rejections (id, workspace_id, received_at, status, code, message) values
      ('rej_old', ${ctx.workspaceId}, ${ago(8)}, 422, 'invalid', 'x'),
      ('rej_new', ${ctx.workspaceId}, ${ago(6)}, 422, 'invalid', 'x')`;
  await rawSql()`
    insert into redeliveries (id, workspace_id, filters, status, created_by, created_at) values
      ('rdl_old', ${ctx.workspaceId}, '{}', 'finished', 'Ana', ${ago(31)}),
      ('rdl_running', ${ctx.workspaceId}, '{}', 'running', 'Ana', ${ago(31)}),
      ('rdl_new', ${ctx.workspaceId}, '{}', 'finished', 'Ana', ${ago(29)})`;
  expect(await pruneHistory()).toMatchObject({ rejections: 1, redeliveries: 1 });
  expect(await rawSql()`select id from redeliveries order by id`).toEqual([
    { id: "rdl_new" },
    { id: "rdl_running" },
  ]);
});
