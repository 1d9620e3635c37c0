import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { getDelivery, type DeliveryDetail } from "@/db/queries/deliveries";
import { until } from "@/db/testing/until";
import { catalogue } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";
import { ingestEvents } from "@/lib/operations/ingest-events";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { announce } from "../announce";

const SCHEDULE = [0.2, 0.4, 0.6, 0.8, 1];

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld({
    RETRY_SCHEDULE: SCHEDULE.join(","),
    AUTO_DISABLE_AFTER: "2",
    AUTO_DISABLE_MIN_AGE: "0",
  });
  await world.startWorker();
});
beforeEach(async () => {
  world.receiver.clear();
  ctx = await world.workspace();
});
afterAll(() => world.close());

const data = catalogue["task.created"].samples.typical;
const channel = (path: string, values = {}) =>
  world.channel(path, { workspaceId: ctx.workspaceId, ...values });

async function post(count = 1): Promise<string[]> {
  const events = Array.from({ length: count }, () => ({ type: "task.created", data }));
  const { results, intakes } = await ingestEvents(ctx, { events, batch: true });
  await announce(ctx.workspaceId, intakes);
  return results.map(({ id }) => id);
}

/** The delivery of an event to a channel, once it has ended. */
const ended = (eventId: string | undefined, channelId: string): Promise<DeliveryDetail> =>
  until(
    async () => {
      const [row] = await rawSql()`
        select id from deliveries where event_id = ${eventId ?? ""} and channel_id = ${channelId}
          and finished_at is not null`;
      return row && getDelivery(db(), ctx.workspaceId, row.id);
    },
    { timeoutMs: 25_000, what: "the end of the delivery" },
  );

test("an event reaches its receiver in under a second", async () => {
  const { id } = await channel("/fast");
  await post();
  const started = Date.now();
  const [eventId] = await post();
  const [, second] = await world.receiver.waitFor(2, { path: "/fast" });
  expect((second?.receivedAt ?? Infinity) - started).toBeLessThan(1_000);
  expect(await ended(eventId, id)).toMatchObject({ status: "delivered", attemptCount: 1 });
});

test("a receiver that always answers 503 gets six requests at the schedule's gaps, alike to the byte", async () => {
  world.receiver.answer("/503", { status: 503 });
  const { id } = await channel("/503");
  const [eventId] = await post();
  const delivery = await ended(eventId, id);
  const requests = world.receiver.requests("/503");
  expect(requests).toHaveLength(6);
  expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  expect(new Set(requests.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([delivery.id]));
  const gaps = requests
    .slice(1)
    .map(({ receivedAt }, index) => receivedAt - (requests[index]?.receivedAt ?? 0));
  gaps.forEach((gap, index) => {
    const wait = (SCHEDULE[index] ?? 0) * 1000;
    expect(gap).toBeGreaterThanOrEqual(wait);
    expect(gap).toBeLessThan(wait * 1.1 + 1_500);
  });
  expect(delivery).toMatchObject({ status: "failed", attemptCount: 6, maxAttempts: 6, nextAttemptAt: null });
  expect(delivery.attempts.map(({ number, outcome, trigger }) => [number, outcome, trigger])).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => [number, "failed", "automatic"]),
  );
});

test("a receiver that comes back within the schedule gets the event, and its channel is healthy again", async () => {
  world.receiver.answer("/back", [{ status: 500 }, { connection: "reset" }, { status: 200 }]);
  const { id } = await channel("/back");
  const [eventId] = await post();
  const delivery = await ended(eventId, id);
  expect(delivery).toMatchObject({ status: "delivered", attemptCount: 3 });
  expect(delivery.attempts.map(({ stage, errorCode }) => [stage, errorCode])).toEqual([
    ["response", "http_status"],
    ["no_response", "connection_reset"],
    ["response", null],
  ]);
});

test("Retry-After puts the next try off", async () => {
  world.receiver.answer("/later", [{ status: 429, headers: { "retry-after": "2" } }, { status: 200 }]);
  const { id } = await channel("/later");
  const [eventId] = await post();
  await ended(eventId, id);
  const [first, second] = world.receiver.requests("/later");
  expect((second?.receivedAt ?? 0) - (first?.receivedAt ?? 0)).toBeGreaterThanOrEqual(2_000);
});

test("410 ends the delivery, switches the channel off, cancels what waits, and is news for who asks for it", async () => {
  world.receiver.answer("/gone", [{ status: 503, headers: { "retry-after": "60" } }, { status: 410 }]);
  const { id } = await channel("/gone", { name: "Gone", eventTypes: ["task.created"] });
  await channel("/news", { eventTypes: ["channel.disabled"] });
  await channel("/everything");
  const [waiting] = await post();
  await world.receiver.waitFor(1, { path: "/gone" });
  const [eventId] = await post();
  expect(await ended(eventId, id)).toMatchObject({ status: "failed", attemptCount: 1 });
  expect(await ended(waiting, id)).toMatchObject({
    status: "cancelled",
    attemptCount: 1,
    nextAttemptAt: null,
  });
  const [news] = await world.receiver.waitFor(1, { path: "/news" });
  expect(JSON.parse(news?.body ?? "{}")).toMatchObject({
    type: "channel.disabled",
    data: { channel: { id, name: "Gone" }, reason: "gone" },
  });
  const [row] = await rawSql()`select enabled, disabled_reason from channels where id = ${id}`;
  expect(row).toEqual({ enabled: false, disabled_reason: "gone" });
  const audit = await rawSql()`select action, actor_type from audit_entries where target_id = ${id}`;
  expect(audit).toEqual([{ action: "channel.disabled", actor_type: "system" }]);
  expect(world.receiver.requests("/everything").map(({ headers }) => headers["x-aamu-event-type"])).toEqual([
    "task.created",
    "task.created",
  ]);
});

test("deliveries that fail in a row switch the channel off", async () => {
  world.receiver.answer("/failing", { status: 400 });
  const { id } = await channel("/failing");
  const eventIds = await post(2);
  for (const eventId of eventIds) expect(await ended(eventId, id)).toMatchObject({ status: "failed" });
  const [row] = await until(async () => {
    const rows = await rawSql()`select disabled_reason from channels where id = ${id} and not enabled`;
    return rows.length > 0 && rows;
  });
  expect(row).toEqual({ disabled_reason: "failures" });
  const [later] = await post();
  const routing = await until(async () => {
    const [plan] = await rawSql()`
      select routing from plans join events using (intake_id) where events.id = ${later ?? ""}`;
    return plan?.routing;
  });
  expect(routing).toMatchObject([{ channelId: id, reason: "channel_disabled" }]);
});

test("a receiver that hangs delays no other channel, and times out at ten seconds", async () => {
  world.receiver.answer("/hangs", { connection: "hang" });
  const hanging = await channel("/hangs", { name: "Hangs" });
  await channel("/lively", { name: "Lively" });
  const [eventId] = await post();
  await post(40);
  for (let round = 0; round < 10; round++) {
    const before = Date.now();
    await post();
    const requests = await world.receiver.waitFor(42 + round, { path: "/lively" });
    expect((requests.at(-1)?.receivedAt ?? Infinity) - before).toBeLessThan(1_000);
  }
  const first = await until(
    async () => {
      const [row] = await rawSql()`
        select a.error_code, a.duration_ms from attempts a join deliveries d on d.id = a.delivery_id
        where d.event_id = ${eventId ?? ""} and d.channel_id = ${hanging.id}`;
      return row;
    },
    { timeoutMs: 15_000 },
  );
  expect(first.error_code).toBe("timeout");
  expect(first.duration_ms).toBeGreaterThan(9_900);
  expect(first.duration_ms).toBeLessThan(11_000);
});

test("a paced channel is asked no faster than once a second after a burst of four", async () => {
  const { id } = await channel("/x", {
    provider: "slack",
    // Never resolves (RFC 6761): the pace is kept whether or not somebody answers.
    url: "https://slack.invalid/services/T00000000/B00000000/xxxxxxxxxxxxxxxxxxxxxxxx",
  });
  const posted = Date.now();
  const eventIds = await post(7);
  const moments = await until(
    async () => {
      const rows = await rawSql()`
        select a.started_at from attempts a join deliveries d on d.id = a.delivery_id
        where d.channel_id = ${id} and a.number = 1 order by a.started_at`;
      return rows.length === eventIds.length && rows.map((row) => Number(row.started_at) - posted);
    },
    { timeoutMs: 20_000, what: "seven first attempts" },
  );
  [4, 5, 6].forEach((place, index) => expect(moments[place]).toBeGreaterThanOrEqual((index + 1) * 1_000));
});
