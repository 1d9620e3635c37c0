import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import {
  makeAttempt,
  makeChannel,
  makeDelivery,
  makeEvent,
  makeProject,
  makeWorkspace,
} from "@/db/factories";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { resetEnv } from "@/lib/env";
import type { DeliveryFilters } from "./deliveries";
import { exportDeliveries } from "./delivery-export";
import { deliveryHistogram } from "./delivery-histogram";
import { listDeliveries, listDeliveryLog } from "./delivery-list";
import { listEventLog, type EventFilters } from "./event-log";
import { getEvent } from "./events";
import { logChoices } from "./log-choices";
import { readOverview } from "./overview";
import { insertRejection, listRejections } from "./rejections";

const HOUR = 60 * 60 * 1000;
const NOON = Date.parse("2026-06-05T12:00:00Z");
const at = (hours: number) => new Date(NOON + hours * HOUR);
const range = { since: at(0), until: at(4) };

let database: TestDatabase;
let clients: ReturnType<typeof connect>;
let db: Database;
let world: Awaited<ReturnType<typeof fill>>;
beforeAll(async () => {
  process.env.ENCRYPTION_KEY = Buffer.alloc(32, 1).toString("base64");
  resetEnv();
  database = await createTestDatabase();
  clients = connect(database.url, { max: 4 });
  db = clients.database;
  world = await fill();
});
afterAll(async () => {
  await clients.end();
  await database.drop();
});

/** Two channels, four deliveries an hour apart, a test, an event nobody wanted, one without a plan; and a neighbour. */
async function fill() {
  const { id: workspaceId } = await makeWorkspace(db);
  const project = await makeProject(db, { workspaceId });
  const hook = await makeChannel(db, { workspaceId, name: "Hook" });
  const slack = await makeChannel(db, { workspaceId, name: "Slack", provider: "slack" });
  const event = (hours: number, searchText: string, values = {}) =>
    makeEvent(db, { workspaceId, receivedAt: at(hours), plannedAt: at(hours), searchText, ...values });
  const routing = (...reasons: ("event_type_not_selected" | null)[]) =>
    reasons.map((reason) => ({ channelId: "c", channelName: "c", reason }));
  const first = await event(0, "task created paint the fence", { routing: routing(null, null) });
  const second = await event(1, "ticket assigned 50%_done", {
    type: "helpdesk.ticket.assigned",
    projectId: project.id,
    routing: routing(null, "event_type_not_selected"),
  });
  const unwanted = await event(2, "nobody wants it", { routing: routing("event_type_not_selected") });
  const waiting = await event(2.5, "waits", { plannedAt: null });
  const tested = await event(3, "task created paint the fence", { test: true, routing: routing(null) });
  const finished = { status: "delivered" as const, attemptCount: 1 };
  const rows = {
    delivered: await makeDelivery(db, { event: first, channel: hook, createdAt: at(0), ...finished }),
    failed: await makeDelivery(db, {
      ...{ event: first, channel: slack, createdAt: at(0.5), status: "failed", attemptCount: 2 },
    }),
    pending: await makeDelivery(db, { event: second, channel: hook, createdAt: at(1) }),
    test: await makeDelivery(db, { event: tested, channel: hook, createdAt: at(3), ...finished }),
  };
  await makeAttempt(db, { delivery: rows.delivered, startedAt: at(0), durationMs: 10 });
  for (const number of [1, 2]) {
    await makeAttempt(db, {
      ...{ delivery: rows.failed, number, startedAt: at(1), durationMs: number * 1000, outcome: "failed" },
      stage: number === 1 ? "response" : "no_response",
    });
  }
  const other = await makeWorkspace(db);
  const theirs = await makeChannel(db, { workspaceId: other.id });
  const news = await makeEvent(db, {
    workspaceId: other.id,
    receivedAt: at(1),
    searchText: "paint the fence",
  });
  await makeDelivery(db, { event: news, channel: theirs, createdAt: at(1), ...finished });
  return { workspaceId, project, hook, slack, first, second, unwanted, waiting, tested, rows };
}

const found = async (filters: DeliveryFilters) =>
  (await listDeliveries(db, world.workspaceId, filters, { limit: 10 })).rows.map((row) => row.id);

describe("the delivery log", () => {
  test("finds by every filter, alone and together", async () => {
    const { delivered, failed, pending, test: tested } = world.rows;
    expect(await found({})).toEqual([tested.id, pending.id, failed.id, delivered.id]);
    expect(await found({ provider: "slack" })).toEqual([failed.id]);
    expect(await found({ status: ["pending", "failed"] })).toEqual([pending.id, failed.id]);
    expect(await found({ channelId: world.hook.id, test: false })).toEqual([pending.id, delivered.id]);
    expect(await found({ projectId: world.project.id })).toEqual([pending.id]);
    expect(await found({ eventType: "task.created", until: at(1), status: "delivered" })).toEqual([
      delivered.id,
    ]);
    expect(await found({ eventType: "task.created", provider: "slack", status: "delivered" })).toEqual([]);
  });

  test("searches for an id, or for words that all occur in the event, whose wildcards stand for themselves", async () => {
    const { delivered, failed, pending, test: tested } = world.rows;
    expect(await found({ search: delivered.id })).toEqual([delivered.id]);
    expect(await found({ search: ` ${world.first.id.toUpperCase()} ` })).toEqual([failed.id, delivered.id]);
    expect(await found({ search: "Fence  paint" })).toEqual([tested.id, failed.id, delivered.id]);
    expect(await found({ search: "fence ticket" })).toEqual([]);
    expect(await found({ search: "50%_d" })).toEqual([pending.id]);
    expect(await found({ search: "50_" })).toEqual([]);
    expect(await found({ search: "pa", since: at(3) })).toEqual([tested.id]);
    expect(await found({ search: "  " })).toHaveLength(4);
  });

  test("says where each newest attempt ended", async () => {
    const { rows } = await listDeliveryLog(db, world.workspaceId, {}, { limit: 10 });
    const { delivered, failed, pending, test: tested } = world.rows;
    expect(rows.map(({ id, lastStage }) => [id, lastStage])).toEqual([
      [tested.id, null],
      [pending.id, null],
      [failed.id, "no_response"],
      [delivered.id, "response"],
    ]);
  });

  test("offers the channels and projects of its workspace that are there, the newest first", async () => {
    const gone = { deletedAt: new Date() };
    await makeChannel(db, { workspaceId: world.workspaceId, ...gone });
    const { channels, projects } = await logChoices(clients.raw, world.workspaceId, 10);
    expect(channels).toEqual([world.slack, world.hook].map(({ id, name }) => ({ id, name })));
    expect(projects).toEqual([{ id: world.project.id, name: world.project.name }]);
    expect((await logChoices(clients.raw, world.workspaceId, 1)).channels).toHaveLength(1);
  });

  test("exports all pages of the filtered set, newest first", async () => {
    const ids: string[] = [];
    for await (const rows of exportDeliveries(db, world.workspaceId, { test: false })) {
      ids.push(...rows.map((row) => row.id));
    }
    const { delivered, failed, pending } = world.rows;
    expect(ids).toEqual([pending.id, failed.id, delivered.id]);
  });

  test("has a bucket for every part of the range, with what lies in it by status", async () => {
    const { buckets } = await deliveryHistogram(db, world.workspaceId, { ...range, since: at(0.25) }, HOUR);
    expect(buckets.map((bucket) => bucket.at)).toEqual([at(0), at(1), at(2), at(3)]);
    const none = { pending: 0, retrying: 0, delivered: 0, failed: 0, cancelled: 0 };
    expect(buckets.map((bucket) => bucket.counts)).toEqual([
      { ...none, failed: 1 },
      { ...none, pending: 1 },
      none,
      { ...none, delivered: 1 },
    ]);
  });
});

describe("the event log", () => {
  const log = async (filters: EventFilters) =>
    (await listEventLog(db, world.workspaceId, filters, { limit: 10 })).rows.map((row) => row.id);

  test("tells matched, unmatched and waiting events apart", async () => {
    expect(await log({ match: "matched" })).toEqual([world.tested.id, world.second.id, world.first.id]);
    expect(await log({ match: "unmatched" })).toEqual([world.unwanted.id]);
    expect(await log({ match: "pending" })).toEqual([world.waiting.id]);
  });

  test("finds by type, project, range and search", async () => {
    expect(await log({ type: "helpdesk.ticket.assigned", projectId: world.project.id })).toEqual([
      world.second.id,
    ]);
    expect(await log({ search: "fence", until: at(1) })).toEqual([world.first.id]);
    expect(await log({ search: world.rows.failed.id })).toEqual([world.first.id]);
    expect(await log({ search: world.waiting.id, since: at(3) })).toEqual([]);
  });

  test("tells of each event how many channels matched and what became of its deliveries", async () => {
    const page = await listEventLog(db, world.workspaceId, { search: "fence", test: false }, { limit: 10 });
    expect(page.rows).toMatchObject([
      {
        id: world.first.id,
        channels: { matched: 2, total: 2 },
        deliveries: { delivered: 1, failed: 1, pending: 0 },
      },
    ]);
  });
});

test("what a replay has sent counts as matched, at channels that were asked at first and at others", async () => {
  const { id: workspaceId } = await makeWorkspace(db);
  const asked = await makeChannel(db, { workspaceId, name: "Asked" });
  const late = await makeChannel(db, { workspaceId, name: "Late" });
  const decision = { channelId: asked.id, channelName: "Asked", reason: "channel_disabled" as const };
  const planned = { workspaceId, plannedAt: at(0), routing: [decision] };
  const [again, anew, never] = [
    await makeEvent(db, planned),
    await makeEvent(db, planned),
    await makeEvent(db, planned),
  ];
  await makeDelivery(db, { event: again, channel: asked, status: "delivered" });
  await makeDelivery(db, { event: anew, channel: late, status: "failed" });
  const list = (match: EventFilters["match"]) => listEventLog(db, workspaceId, { match }, { limit: 10 });
  expect((await list("unmatched")).rows.map(({ id }) => id)).toEqual([never.id]);
  const matched = new Map((await list("matched")).rows.map((row) => [row.id, row.channels]));
  expect(matched).toEqual(
    new Map([
      [again.id, { matched: 1, total: 1 }],
      [anew.id, { matched: 1, total: 2 }],
    ]),
  );
  const event = await getEvent(db, workspaceId, anew.id);
  expect(event?.routing).toEqual([decision, { channelId: late.id, channelName: "Late", reason: null }]);
});

test("rejections are found by type, time and text, page by page", async () => {
  const { workspaceId } = world;
  const base = { workspaceId, status: 422, code: "invalid", message: "The event was not stored" };
  await insertRejection(db, { ...base, id: "rej_1", eventType: "task.created", receivedAt: at(0) });
  await insertRejection(db, { ...base, id: "rej_2", apiKeyName: "Night Job", receivedAt: at(1) });
  const list = async (filters: object, page: { limit: number; cursor?: string } = { limit: 5 }) =>
    listRejections(db, workspaceId, filters, page);
  const ids = async (filters: object) => (await list(filters)).rows.map((row) => row.id);
  expect(await ids({})).toEqual(["rej_2", "rej_1"]);
  expect(await ids({ search: "night" })).toEqual(["rej_2"]);
  expect(await ids({ search: "NOT STORED", until: at(1) })).toEqual(["rej_1"]);
  expect(await ids({ eventType: "task.created" })).toEqual(["rej_1"]);
  const { nextCursor } = await list({}, { limit: 1 });
  expect((await list({}, { limit: 1, cursor: nextCursor ?? "" })).rows).toMatchObject([{ id: "rej_1" }]);
});

describe("the overview", () => {
  test("counts what happened without tests, by bucket, with the channels that are slow or fail", async () => {
    const overview = await readOverview(db, world.workspaceId, { ...range, bucketMs: 2 * HOUR });
    expect(overview.totals).toMatchObject({
      events: 4,
      deliveries: { delivered: 1, failed: 1, pending: 1, retrying: 0, cancelled: 0 },
    });
    expect(overview.series).toMatchObject([
      { at: at(0), events: 2, deliveries: { delivered: 1, failed: 1, pending: 1 } },
      { at: at(2), events: 2, deliveries: { delivered: 0, failed: 0 }, p50: null, p95: null },
    ]);
    // A tenth, as exact as percentiles are told.
    for (const latency of [overview.totals, overview.series[0]]) {
      expect(Math.abs((latency?.p50 ?? 0) / 1000 - 1)).toBeLessThan(0.1);
      expect(Math.abs((latency?.p95 ?? 0) / 2000 - 1)).toBeLessThan(0.1);
    }
    expect(overview.slowest.map(({ name }) => name)).toEqual(["Slack", "Hook"]);
    expect(overview.failing).toMatchObject([
      { id: world.slack.id, provider: "slack", deliveries: 1, failed: 1 },
    ]);
    expect(overview.hasChannels).toBe(true);
  });

  test("is empty, not absent, in a workspace without anything", async () => {
    const { id } = await makeWorkspace(db);
    const overview = await readOverview(db, id, { ...range, bucketMs: HOUR });
    expect(overview.series).toHaveLength(4);
    expect(overview).toMatchObject({
      ...{ totals: { events: 0, p50: null }, slowest: [], failing: [], hasChannels: false },
    });
  });
});
