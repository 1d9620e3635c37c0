import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeAttempt, makeDelivery, makeEvent } from "@/db/factories";
import { getDelivery } from "@/db/queries/deliveries";
import { getEvent } from "@/db/queries/events";
import { getRedelivery } from "@/db/queries/redeliveries";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { cancelRedelivery } from "./cancel-redelivery";
import type { Context } from "./context";
import { replayEvent } from "./replay-event";
import { runRedelivery } from "./run-redelivery";
import { startRedelivery } from "./start-redelivery";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
});
beforeEach(async () => {
  world.receiver.clear();
  ctx = await world.workspace();
});
afterAll(() => world.close());

const channel = (path: string, values = {}) =>
  world.channel(path, { workspaceId: ctx.workspaceId, ...values });

/** A delivery with one recorded attempt. */
async function past(of: Awaited<ReturnType<typeof channel>>, status: DeliveryStatus, values = {}) {
  const event = await makeEvent(db(), { workspaceId: ctx.workspaceId, plannedAt: new Date() });
  const finishedAt = status === "pending" || status === "retrying" ? null : new Date("2026-01-01T00:00:00Z");
  const shape = { event, channel: of, status, attemptCount: 1, finishedAt, body: `{"id":"${event.id}"}` };
  const delivery = await makeDelivery(db(), { ...shape, ...values });
  await makeAttempt(db(), { delivery });
  return delivery;
}

const read = (id: string) => getDelivery(db(), ctx.workspaceId, id);

/** Works through a job as the engine does, without its pauses. */
async function runToEnd(redeliveryId: string, runner = "run"): Promise<void> {
  for (let chunk = 0; ; chunk++) {
    const turn = await runRedelivery(ctx, { redeliveryId, runner, takeOver: chunk === 0 });
    if (turn.kind === "ended") return;
  }
}

test("a failed delivery that arrives by a manual attempt becomes delivered, with the same id and body", async () => {
  const delivery = await past(await channel("/again"), "failed");
  const { id, total } = await startRedelivery(ctx, { deliveryIds: [delivery.id] });
  expect(total).toBe(1);
  await runToEnd(id);
  const [request] = world.receiver.requests("/again");
  expect(request?.headers["webhook-id"]).toBe(delivery.id);
  expect(request?.body).toBe(delivery.body);
  expect(await read(delivery.id)).toMatchObject({
    ...{ status: "delivered", attemptCount: 2, nextAttemptAt: null },
    attempts: [{ number: 1 }, { number: 2, trigger: "manual", outcome: "succeeded" }],
  });
  expect(await getRedelivery(db(), ctx.workspaceId, id)).toEqual({
    ...{ id, status: "finished", total: 1, done: 1, succeeded: 1, failed: 0 },
  });
});

test("a manual attempt that fails is not retried and leaves the delivery as it was", async () => {
  world.receiver.answer("/still-down", { status: 503 });
  const to = await channel("/still-down");
  for (const status of ["delivered", "failed", "cancelled"] as const) {
    const delivery = await past(to, status);
    const { id } = await startRedelivery(ctx, { deliveryIds: [delivery.id] });
    await runToEnd(id);
    expect(await read(delivery.id)).toMatchObject({
      ...{ status, attemptCount: 2, nextAttemptAt: null, finishedAt: delivery.finishedAt },
    });
    expect(await getRedelivery(db(), ctx.workspaceId, id)).toMatchObject({ done: 1, failed: 1 });
  }
  const [row] = await rawSql()`select consecutive_failures from channels where id = ${to.id}`;
  expect(row).toEqual({ consecutive_failures: 0 });
});

test("a success by hand resets the channel's failures in a row", async () => {
  const to = await channel("/recovered", { consecutiveFailures: 7, firstFailureAt: new Date() });
  const delivery = await past(to, "failed");
  await runToEnd((await startRedelivery(ctx, { deliveryIds: [delivery.id] })).id);
  const [row] =
    await rawSql()`select consecutive_failures, first_failure_at from channels where id = ${to.id}`;
  expect(row).toEqual({ consecutive_failures: 0, first_failure_at: null });
});

test("an unfinished delivery and a channel that is off are a conflict, an unknown delivery is not found", async () => {
  const open = await past(await channel("/open"), "retrying");
  const off = await past(await channel("/off", { enabled: false }), "failed");
  for (const { id } of [open, off]) {
    await expect(startRedelivery(ctx, { deliveryIds: [id] })).rejects.toMatchObject({ status: 409 });
  }
  await expect(startRedelivery(ctx, { deliveryIds: ["whd_no"] })).rejects.toMatchObject({ status: 404 });
  const foreign = startRedelivery(await world.workspace(), { deliveryIds: [open.id] });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
});

test("of a filtered set, finished deliveries are sent again and tests and unfinished ones are not", async () => {
  const to = await channel("/filtered");
  const failed = [await past(to, "failed"), await past(to, "failed")];
  await past(to, "delivered");
  await past(to, "retrying");
  await past(to, "failed", { test: true });
  await past(await channel("/elsewhere"), "failed");
  const { id, total } = await startRedelivery(ctx, { filters: { status: "failed", channelId: to.id } });
  expect(total).toBe(2);
  await runToEnd(id);
  const arrived = world.receiver.requests().map(({ headers }) => headers["webhook-id"]);
  expect(arrived.sort()).toEqual(failed.map((delivery) => delivery.id).sort());
});

test("a job that is interrupted at any point and taken up by two runs sends each delivery exactly once", async () => {
  const all = [];
  for (const path of ["/one", "/two", "/three"]) {
    const to = await channel(path);
    for (let index = 0; index < 80; index++) all.push(await past(to, "failed"));
  }
  const { id } = await startRedelivery(ctx, { filters: { status: "failed" } });
  await runRedelivery(ctx, { redeliveryId: id, runner: "killed", takeOver: true });
  expect(await getRedelivery(db(), ctx.workspaceId, id)).toMatchObject({ status: "running" });
  await Promise.all([runToEnd(id, "resumed"), runToEnd(id, "doubled")]);
  await runToEnd(id, "last");
  expect(await getRedelivery(db(), ctx.workspaceId, id)).toMatchObject({
    ...{ status: "finished", total: 240, done: 240, succeeded: 240 },
  });
  const arrived = world.receiver.requests().map(({ headers }) => headers["webhook-id"]);
  expect(arrived).toHaveLength(240);
  expect(new Set(arrived)).toEqual(new Set(all.map((delivery) => delivery.id)));
});

test("a run whose job another one took over ends by itself", async () => {
  const to = await channel("/taken");
  for (let index = 0; index < 3; index++) await past(to, "failed");
  const { id } = await startRedelivery(ctx, { filters: { channelId: to.id } });
  await rawSql()`update redeliveries set runner = 'younger' where id = ${id}`;
  const turn = await runRedelivery(ctx, { redeliveryId: id, runner: "older", takeOver: false });
  expect(turn.kind).toBe("ended");
  expect(world.receiver.requests()).toHaveLength(0);
});

test("a cancelled job sends nothing more, and its progress says how far it came", async () => {
  const to = await channel("/cancelled");
  for (let index = 0; index < 60; index++) await past(to, "failed");
  const { id } = await startRedelivery(ctx, { filters: { channelId: to.id } });
  await runRedelivery(ctx, { redeliveryId: id, runner: "run", takeOver: true });
  const sent = world.receiver.requests().length;
  expect(sent).toBe(50);
  expect(await cancelRedelivery(ctx, { id })).toMatchObject({ status: "cancelled", total: 60, done: 50 });
  await runToEnd(id);
  expect(world.receiver.requests()).toHaveLength(sent);
});

test("items whose channel was switched off meanwhile are skipped", async () => {
  const to = await channel("/skipped");
  await past(to, "failed");
  const { id } = await startRedelivery(ctx, { filters: { channelId: to.id } });
  await rawSql()`update channels set enabled = false where id = ${to.id}`;
  await runToEnd(id);
  expect(await getRedelivery(db(), ctx.workspaceId, id)).toMatchObject({
    ...{ status: "finished", done: 1, succeeded: 0, failed: 0 },
  });
  expect(world.receiver.requests()).toHaveLength(0);
});

test("a bulk job asks a paced channel no faster than its rate allows", async () => {
  const to = await channel("/x", {
    provider: "slack",
    url: "https://slack.invalid/services/T0/B0/xxxxxxxxxxxx",
  });
  for (let index = 0; index < 9; index++) await past(to, "failed");
  const { id } = await startRedelivery(ctx, { filters: { channelId: to.id } });
  await runRedelivery(ctx, { redeliveryId: id, runner: "run", takeOver: true });
  const done = (await getRedelivery(db(), ctx.workspaceId, id))?.done ?? 0;
  expect(done).toBeGreaterThanOrEqual(4);
  expect(done).toBeLessThan(9);
});

test("a replay makes a manual attempt where a delivery exists and a new delivery where channels match anew", async () => {
  const known = await channel("/known");
  const delivery = await past(known, "delivered");
  const added = await channel("/added");
  await channel("/other-type", { eventTypes: ["form.created"] });
  const { redeliveryId, deliveries } = await replayEvent(ctx, { eventId: delivery.eventId });
  expect(deliveries).toMatchObject([{ channelId: added.id }]);
  await runToEnd(redeliveryId);
  expect(world.receiver.requests().map(({ path }) => path)).toEqual(["/known"]);
  const event = await getEvent(db(), ctx.workspaceId, delivery.eventId);
  expect(event?.deliveries).toMatchObject([{ id: delivery.id }, { channelId: added.id, status: "pending" }]);
  expect(event?.routing).toContainEqual({ channelId: added.id, channelName: added.name, reason: null });
});

test("a replay to chosen channels leaves the others alone, and one that would send nothing is a conflict", async () => {
  const [one, two] = [await channel("/one"), await channel("/two")];
  const delivery = await past(one, "failed");
  const { redeliveryId, deliveries } = await replayEvent(ctx, {
    ...{ eventId: delivery.eventId, channelIds: [one.id] },
  });
  expect(deliveries).toEqual([]);
  await runToEnd(redeliveryId);
  expect(world.receiver.requests().map(({ path }) => path)).toEqual(["/one"]);
  await rawSql()`update channels set enabled = false where id = ${two.id}`;
  const nothing = replayEvent(ctx, { eventId: delivery.eventId, channelIds: [two.id] });
  await expect(nothing).rejects.toMatchObject({ status: 409 });
  await expect(replayEvent(ctx, { eventId: "evt_no" })).rejects.toMatchObject({ status: 404 });
});
