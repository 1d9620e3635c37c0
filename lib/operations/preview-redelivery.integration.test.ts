import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeAttempt, makeDelivery, makeEvent } from "@/db/factories";
import { deliveryProgress } from "@/db/queries/delivery-progress";
import { getRedeliveryJob, listRedeliveries, listRedeliveryItems } from "@/db/queries/redelivery-jobs";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { previewRedelivery } from "./preview-redelivery";
import { runRedelivery } from "./run-redelivery";
import { startRedelivery } from "./start-redelivery";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
});
beforeEach(async () => {
  ctx = await world.workspace();
});
afterAll(() => world.close());

type Channel = Awaited<ReturnType<PipelineWorld["channel"]>>;

async function past(channel: Channel, status: DeliveryStatus, values = {}) {
  const event = await makeEvent(db(), { workspaceId: ctx.workspaceId, plannedAt: new Date() });
  const shape = { event, channel, status, attemptCount: 1, body: "{}", ...values };
  const delivery = await makeDelivery(db(), shape);
  await makeAttempt(db(), { delivery, outcome: "failed", stage: "no_response", statusCode: null });
  return delivery;
}

/** One of everything that decides, over three channels: on, off and deleted. */
async function mixed() {
  const to = (path: string) => world.channel(path, { workspaceId: ctx.workspaceId });
  const [on, off, gone] = [await to("/on"), await to("/off"), await to("/gone")];
  const made = [
    await past(on, "failed"),
    await past(on, "failed"),
    await past(on, "delivered"),
    await past(on, "retrying"),
    await past(on, "failed", { test: true }),
    await past(off, "failed"),
    await past(gone, "cancelled"),
  ];
  await rawSql()`update channels set enabled = false where id = ${off.id}`;
  await rawSql()`update channels set deleted_at = now() where id = ${gone.id}`;
  return made;
}

test("a count says how many would be sent again, what they are now, and why the others would not", async () => {
  await mixed();
  expect(await previewRedelivery(ctx, { filters: {} })).toMatchObject({
    total: 3,
    byStatus: { failed: 2, delivered: 1 },
    leftOut: { unfinished: 1, test: 1, channel_disabled: 1, channel_deleted: 1 },
    tooMany: false,
  });
  const failed = await previewRedelivery(ctx, { filters: { status: "failed" } });
  expect(failed).toMatchObject({ total: 2, leftOut: { test: 1, channel_disabled: 1 } });
});

test("a job takes exactly what was counted, by filters and by selection", async () => {
  const made = await mixed();
  const ids = made.map(({ id }) => id);
  for (const request of [{ filters: {} }, { filters: { status: "failed" as const } }, { deliveryIds: ids }]) {
    const { total } = await previewRedelivery(ctx, request);
    expect((await startRedelivery(ctx, request)).total).toBe(total);
  }
});

test("another workspace's deliveries are neither counted nor shown", async () => {
  const made = await mixed();
  const ids = made.map(({ id }) => id);
  const { id } = await startRedelivery(ctx, { filters: {} });
  const foreign = await world.workspace();
  expect(await previewRedelivery(foreign, { deliveryIds: ids })).toMatchObject({ total: 0, leftOut: {} });
  expect(await deliveryProgress(db(), foreign.workspaceId, ids)).toEqual([]);
  expect(await getRedeliveryJob(db(), foreign.workspaceId, id)).toBeNull();
  expect((await listRedeliveries(db(), foreign.workspaceId, { limit: 10 })).rows).toEqual([]);
  const items = { redeliveryId: id, state: "waiting" as const, limit: 10 };
  expect(await listRedeliveryItems(db(), foreign.workspaceId, items)).toEqual([]);
});

test("a job's page counts its items by outcome and shows each with the job's own attempt", async () => {
  const [delivery] = await mixed();
  world.receiver.answer("/on", { status: 503 });
  const { id } = await startRedelivery(ctx, { deliveryIds: [delivery?.id ?? ""] });
  await runRedelivery(ctx, { redeliveryId: id, runner: "run", takeOver: true });
  expect(await getRedeliveryJob(db(), ctx.workspaceId, id)).toMatchObject({
    ...{ total: 1, succeeded: 0, failed: 1, skipped: 0, createdBy: "Test" },
  });
  const items = { redeliveryId: id, state: "failed" as const, limit: 10 };
  expect(await listRedeliveryItems(db(), ctx.workspaceId, items)).toMatchObject([
    { id: delivery?.id, lastErrorCode: "http_status", lastStatusCode: 503, lastStage: "response" },
  ]);
  expect(await listRedeliveryItems(db(), ctx.workspaceId, { ...items, after: delivery?.id })).toEqual([]);
});

test("progress tells where the newest attempt ended", async () => {
  const made = await mixed();
  const [first] = await deliveryProgress(db(), ctx.workspaceId, [made[0]?.id ?? ""]);
  expect(first).toMatchObject({ status: "failed", attemptCount: 1, lastStage: "no_response" });
});
