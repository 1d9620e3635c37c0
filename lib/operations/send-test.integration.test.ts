import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { getDelivery } from "@/db/queries/deliveries";
import { Invalid, NotFound } from "@/lib/errors";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { sendTest } from "./send-test";
import { sendUnsavedTest } from "./send-unsaved-test";

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
const rows = (table: "events" | "plans" | "deliveries" | "attempts") =>
  rawSql()`select * from ${rawSql()(table)} where workspace_id = ${ctx.workspaceId} order by 1`;

test("a test goes to its channel alone, is marked as one, and answers with the real result", async () => {
  const { id } = await channel("/tested", { eventTypes: ["form.submitted", "task.created"] });
  await channel("/other");
  world.receiver.answer("/tested", { status: 202, body: "thanks" });
  const sent = await sendTest(ctx, { channelId: id });
  expect(sent.attempt).toMatchObject({
    trigger: "test",
    outcome: "succeeded",
    statusCode: 202,
    responseBody: "thanks",
  });
  const [request] = world.receiver.requests();
  expect(world.receiver.requests()).toHaveLength(1);
  expect(request?.headers["x-carillon-test"]).toBe("1");
  expect(request?.body).toBe(sent.body);
  expect(JSON.parse(sent.body)).toMatchObject({ id: sent.eventId, type: "form.submitted" });
  expect(await rows("events")).toMatchObject([{ id: sent.eventId, test: true, target_channel_id: id }]);
  expect(await rows("plans")).toMatchObject([{ routing: [{ channelId: id, reason: null }], matches: 1 }]);
  expect(await getDelivery(db(), ctx.workspaceId, sent.deliveryId)).toMatchObject({
    ...{ test: true, status: "delivered", maxAttempts: 1, attempts: [{ number: 1, trigger: "test" }] },
  });
});

test("a failed test is not retried and counts neither for nor against the channel", async () => {
  const firstFailureAt = new Date("2026-01-01T00:00:00Z");
  const failing = await channel("/bad", { consecutiveFailures: 3, firstFailureAt });
  for (const status of [410, 503, 200]) {
    world.receiver.answer("/bad", { status });
    await sendTest(ctx, { channelId: failing.id });
  }
  const [row] = await rawSql()`
    select enabled, consecutive_failures, first_failure_at from channels where id = ${failing.id}`;
  expect(row).toEqual({ enabled: true, consecutive_failures: 3, first_failure_at: firstFailureAt });
  const deliveries = await rows("deliveries");
  expect(deliveries.map(({ status, next_attempt_at }) => [status, next_attempt_at])).toEqual([
    ["failed", null],
    ["failed", null],
    ["delivered", null],
  ]);
});

test("a disabled channel can be tested", async () => {
  const { id } = await channel("/off", { enabled: false, disabledReason: "failures" });
  expect((await sendTest(ctx, { channelId: id })).attempt.outcome).toBe("succeeded");
});

test("an unknown type, a deleted channel and another workspace's are refused, and nothing is sent", async () => {
  const { id } = await channel("/refused");
  const deleted = await channel("/refused", { deletedAt: new Date() });
  await expect(sendTest(ctx, { channelId: id, eventType: "no.such" })).rejects.toBeInstanceOf(Invalid);
  await expect(sendTest(ctx, { channelId: deleted.id })).rejects.toBeInstanceOf(NotFound);
  await expect(sendTest(await world.workspace(), { channelId: id })).rejects.toBeInstanceOf(NotFound);
  expect(world.receiver.requests()).toHaveLength(0);
});

test("a form is tested before it is saved, with everything that it says, and stored nowhere", async () => {
  const sent = await sendUnsavedTest(ctx, {
    provider: "webhook",
    url: world.receiver.url("/form"),
    headers: { Authorization: "Bearer form" },
    eventType: "task.created",
  });
  const [request] = world.receiver.requests("/form");
  expect(request?.headers).toMatchObject({ authorization: "Bearer form", "x-carillon-test": "1" });
  expect(request?.headers["webhook-signature"]).toMatch(/^v1,/);
  expect(sent.attempt).toMatchObject({ outcome: "succeeded", statusCode: 200 });
  for (const table of ["events", "deliveries", "attempts"] as const)
    expect(await rows(table)).toHaveLength(0);
});

test("the form of a saved channel takes what it does not say from the channel", async () => {
  const { id } = await channel("/saved");
  await sendUnsavedTest(ctx, { provider: "webhook", channelId: id });
  await sendUnsavedTest(ctx, { provider: "webhook", channelId: id, url: world.receiver.url("/moved") });
  expect(world.receiver.requests().map(({ path }) => path)).toEqual(["/saved", "/moved"]);
});

test("a form with a URL that may not be reached is refused without a request", async () => {
  for (const url of [undefined, "nonsense", "http://10.0.0.1/hook", "https://user:pass@example.com/"]) {
    const test = sendUnsavedTest(ctx, { provider: "webhook", url });
    await expect(test).rejects.toMatchObject({ errors: [{ path: "url" }] });
  }
});
