import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeDelivery, makeEvent } from "@/db/factories";
import { getDelivery } from "@/db/queries/deliveries";
import * as claims from "@/db/queries/pipeline-claim";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { cancelDelivery } from "./cancel-delivery";
import type { Context } from "./context";
import * as targets from "./delivery-target";
import { LEASE_MS } from "./lease";
import { performAttempt } from "./perform-attempt";
import * as recording from "./record-attempt";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
});
beforeEach(async () => {
  world.receiver.clear();
  ctx = await world.workspace();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => world.close());

/** A delivery that waits for its first attempt, and a way to make it. */
async function waiting(path: string, channelValues = {}, deliveryValues = {}) {
  const channel = await world.channel(path, { workspaceId: ctx.workspaceId, ...channelValues });
  const event = await makeEvent(db(), { workspaceId: ctx.workspaceId, plannedAt: new Date() });
  const body = JSON.stringify({ id: event.id });
  const delivery = await makeDelivery(db(), { event, channel, body, ...deliveryValues });
  return {
    channel,
    event,
    id: delivery.id,
    perform: () => performAttempt(ctx, { deliveryId: delivery.id, channelId: channel.id }),
    read: () => getDelivery(db(), ctx.workspaceId, delivery.id),
  };
}

test("a hundred runs of one delivery at the same time send one request", async () => {
  const delivery = await waiting("/once");
  const turns = await Promise.all(Array.from({ length: 100 }, () => delivery.perform()));
  expect(world.receiver.requests("/once")).toHaveLength(1);
  expect(turns.filter(({ kind }) => kind === "done").length).toBeGreaterThan(0);
  expect(await delivery.perform()).toMatchObject({ kind: "done", status: "delivered" });
  expect((await delivery.read())?.attempts).toHaveLength(1);
});

test("a run that lost its lease to another writes nothing over the other's result", async () => {
  world.receiver.answer("/lost", [{ status: 500 }, { status: 200 }]);
  const delivery = await waiting("/lost");
  const record = recording.recordAttempt;
  let resume: () => void = () => {};
  const paused = new Promise<void>((resolve) => (resume = resolve));
  const stalled = new Promise<void>((reached) => {
    vi.spyOn(recording, "recordAttempt").mockImplementationOnce(async (result) => {
      reached();
      await paused;
      return record(result);
    });
  });
  const first = delivery.perform();
  await stalled;
  // As after a long pause of the first process: its lease has run out, and another takes the delivery.
  await rawSql()`update deliveries set lease_until = now() - interval '1 s' where id = ${delivery.id}`;
  expect(await delivery.perform()).toMatchObject({ kind: "done", status: "delivered" });
  resume();
  expect(await first).toMatchObject({ kind: "wait" });
  const { status, attemptCount, attempts } = (await delivery.read()) ?? {};
  expect({ status, attemptCount }).toEqual({ status: "delivered", attemptCount: 1 });
  expect(attempts).toMatchObject([{ number: 1, outcome: "succeeded" }]);
});

test("a process that was paused after its claim sends nothing: its lease may be another's by now", async () => {
  const delivery = await waiting("/paused");
  const open = targets.openTarget;
  vi.spyOn(targets, "openTarget").mockImplementationOnce((channel) => {
    const resumedAt = performance.now() + 120_000;
    vi.spyOn(performance, "now").mockReturnValue(resumedAt);
    return open(channel);
  });
  expect(await delivery.perform()).toMatchObject({ kind: "wait" });
  vi.restoreAllMocks();
  expect(world.receiver.requests("/paused")).toHaveLength(0);
  expect(await delivery.read()).toMatchObject({ status: "pending", attempts: [] });
});

test("a delivery that another run holds, or that is not due, is left alone until then", async () => {
  const until = new Date(Date.now() + 60_000);
  const held = await waiting("/held", {}, { leaseToken: "other", leaseUntil: until });
  const turn = await held.perform();
  if (turn.kind !== "wait") throw new Error("It was not left alone.");
  // Its holder may be done long before the lease is.
  expect(Date.parse(turn.until)).toBeLessThan(Date.now() + LEASE_MS / 2);
  const early = await waiting("/early", {}, { nextAttemptAt: until });
  expect(await early.perform()).toMatchObject({ kind: "wait", until: until.toISOString() });
  expect(world.receiver.requests()).toHaveLength(0);
});

test("the lease of a worker that is gone holds nobody up, that of one who lives does", async () => {
  const [worker] = await rawSql()<[{ owner: number }]>`
    insert into engine.workers (pid) values (1) returning owner`;
  const lease = { leaseToken: `${worker.owner}/token`, leaseUntil: new Date(Date.now() + 60_000) };
  const delivery = await waiting("/orphan", {}, lease);
  expect(await delivery.perform()).toMatchObject({ kind: "wait" });
  await rawSql()`delete from engine.workers where owner = ${worker.owner}`;
  expect(await delivery.perform()).toMatchObject({ kind: "done", status: "delivered" });
});

test("a claim whose answer was lost is made again, and its delivery goes out at once", async () => {
  const delivery = await waiting("/lost-claim");
  const claim = claims.claimDelivery;
  vi.spyOn(claims, "claimDelivery").mockImplementationOnce(async (...input) => {
    await claim(...input);
    throw Object.assign(new Error("The connection is gone."), { code: "CONNECTION_CLOSED" });
  });
  expect(await delivery.perform()).toMatchObject({ kind: "done", status: "delivered" });
  expect(world.receiver.requests("/lost-claim")).toHaveLength(1);
});

test.each([
  ["disabled", { enabled: false }],
  ["deleted", { enabled: false, deletedAt: new Date() }],
])("a delivery whose channel was %s meanwhile is cancelled unsent", async (_what, values) => {
  const delivery = await waiting("/off", values);
  expect(await delivery.perform()).toMatchObject({ kind: "done", status: "cancelled" });
  expect(await delivery.read()).toMatchObject({ status: "cancelled", attempts: [], nextAttemptAt: null });
  expect(world.receiver.requests()).toHaveLength(0);
});

test("a delivery that is cancelled in mid-flight stays cancelled when the attempt fails, delivered when it arrives", async () => {
  const cancel = () => rawSql()`update deliveries set status = 'cancelled', finished_at = now()`;
  for (const [path, status, expected] of [
    ["/fails", 500, "cancelled"],
    ["/arrives", 200, "delivered"],
  ] as const) {
    world.receiver.answer(path, { status, delayMs: 300 });
    const delivery = await waiting(path);
    const turn = delivery.perform();
    await world.receiver.waitFor(1, { path });
    await cancel();
    expect(await turn).toMatchObject({ kind: "done", status: expected });
    expect(await delivery.read()).toMatchObject({ status: expected, attemptCount: 1 });
  }
});

test("a waiting delivery can be cancelled by hand, one that is under way or over can't", async () => {
  const waits = await waiting(
    "/by-hand",
    {},
    { status: "retrying", nextAttemptAt: new Date(Date.now() + 60_000) },
  );
  expect(await cancelDelivery(ctx, { id: waits.id })).toMatchObject({
    status: "cancelled",
    nextAttemptAt: null,
  });
  const held = await waiting("/held", {}, { leaseToken: "other", leaseUntil: new Date(Date.now() + 60_000) });
  for (const { id } of [waits, held])
    await expect(cancelDelivery(ctx, { id })).rejects.toMatchObject({ status: 409 });
  const foreign = cancelDelivery(await world.workspace(), { id: waits.id });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
  const audit = await rawSql()`select action from audit_entries where target_id = ${waits.id}`;
  expect(audit).toEqual([{ action: "delivery.cancelled" }]);
});

test("another workspace's delivery is unknown", async () => {
  const delivery = await waiting("/foreign");
  const other = await world.workspace();
  const input = { deliveryId: delivery.id, channelId: delivery.channel.id };
  expect(await performAttempt(other, input)).toMatchObject({ kind: "done", status: "unknown" });
  expect(world.receiver.requests()).toHaveLength(0);
});

test("a body that retention removed is drawn anew from the event", async () => {
  const delivery = await waiting("/anew", {}, { body: null });
  await delivery.perform();
  const [request] = world.receiver.requests("/anew");
  expect(JSON.parse(request?.body ?? "{}")).toMatchObject({ id: delivery.event.id, type: "task.created" });
});

test("what a receiver echoes of URL, secret and header values is masked in the log", async () => {
  const path = "/echo-4f9c2ab71d/with-a-token-8d7e6f";
  world.receiver.answer(path, (request) => ({
    headers: { "x-echo": `${request.path} ${request.headers["x-api-key"]}` },
    body: JSON.stringify({ path: request.path, headers: request.headers }),
  }));
  const delivery = await waiting(path);
  const { seal } = await import("@/lib/secrets/seal");
  const binding = { workspaceId: ctx.workspaceId, rowId: delivery.channel.id, field: "headers" } as const;
  const sealed = seal(JSON.stringify({ "X-Api-Key": "sesame-open-77" }), binding);
  await rawSql()`update channels set headers_sealed = ${sealed} where id = ${delivery.channel.id}`;
  await delivery.perform();
  expect(world.receiver.requests(path)[0]?.headers["x-api-key"]).toBe("sesame-open-77");
  const text = JSON.stringify(await delivery.read());
  for (const canary of [
    "sesame-open-77",
    "4f9c2ab71d",
    "with-a-token-8d7e6f",
    delivery.channel.secret ?? "?",
  ]) {
    expect(text).not.toContain(canary);
  }
  const [attempt] = (await delivery.read())?.attempts ?? [];
  expect(attempt?.requestHeaders).toMatchObject({ "X-Api-Key": "•••", "x-aamu-delivery-id": delivery.id });
});

test("an answer that can't be written in full is recorded without its text, and not asked for again", async () => {
  const delivery = await waiting("/unwritable");
  world.receiver.answer("/unwritable", { status: 200, headers: { "x-odd": "1" } });
  await rawSql().unsafe(`
    create function refuse_odd() returns trigger language plpgsql as $$ begin
      if new.response_headers::text like '%x-odd%' then raise exception 'odd' using errcode = '22P05'; end if;
      return new;
    end $$;
    create trigger refuse_odd before insert on attempts for each row execute function refuse_odd()`);
  try {
    expect(await delivery.perform()).toMatchObject({ kind: "done", status: "delivered" });
  } finally {
    await rawSql()`drop trigger refuse_odd on attempts`;
  }
  const [attempt] = (await delivery.read())?.attempts ?? [];
  expect(attempt).toMatchObject({
    outcome: "succeeded",
    statusCode: 200,
    responseHeaders: null,
    responseBody: null,
  });
});

test("an answer of any bytes and size is kept in part, and never breaks the log", async () => {
  const body = Buffer.concat([Buffer.from([0, 255, 0xc3, 0x28]), Buffer.from("é".repeat(20_000))]);
  world.receiver.answer("/bytes", { status: 500, body });
  const delivery = await waiting("/bytes");
  await delivery.perform();
  const [attempt] = (await delivery.read())?.attempts ?? [];
  expect(Buffer.byteLength(attempt?.responseBody ?? "")).toBeLessThanOrEqual(16 * 1024);
  expect(attempt?.responseBody).toContain("ééé");
});
