import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeAttempt, makeDelivery, makeEvent } from "@/db/factories";
import { getRedelivery } from "@/db/queries/redeliveries";
import { until } from "@/db/testing/until";
import { startRedelivery } from "@/lib/operations/start-redelivery";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { announceRedelivery } from "../announce";

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld({ STALLED_AFTER: "1" });
});
afterAll(() => world.close());

const longAgo = new Date(Date.now() - 3_600_000);

/** A failed delivery of an event of its own. */
async function failedDelivery(channel: Awaited<ReturnType<PipelineWorld["channel"]>>) {
  const event = await makeEvent(db(), { workspaceId: world.ctx.workspaceId, plannedAt: longAgo });
  const shape = {
    event,
    channel,
    status: "failed" as const,
    attemptCount: 1,
    finishedAt: longAgo,
    body: "{}",
  };
  const delivery = await makeDelivery(db(), shape);
  await makeAttempt(db(), { delivery, outcome: "failed", statusCode: 500 });
  return delivery;
}

const finished = (id: string) =>
  until(
    async () => {
      const progress = await getRedelivery(db(), world.ctx.workspaceId, id);
      return progress?.status === "finished" && progress;
    },
    { timeoutMs: 50_000, what: "the end of the bulk job" },
  );

test("the sweep finds an event, a delivery and a bulk job that nobody was told of, and all of them arrive", async () => {
  const { workspaceId } = world.ctx;
  const channel = await world.channel("/lost");
  const failed = await failedDelivery(channel);
  const { id } = await startRedelivery(world.ctx, { deliveryIds: [failed.id] });
  await rawSql()`update redeliveries set created_at = ${longAgo}`;
  const event = await makeEvent(db(), { workspaceId, announcedAt: longAgo });
  const planned = await makeEvent(db(), { workspaceId, plannedAt: longAgo });
  const shape = { event: planned, channel, body: "{}", announcedAt: longAgo, nextAttemptAt: longAgo };
  const delivery = await makeDelivery(db(), shape);
  // As if the last run had been missed: it is made up for as soon as a worker starts.
  await rawSql()`
    insert into engine.crons (fn, schedule, next_at) values ('carillon-sweep-stalled', '* * * * *', ${longAgo})`;
  const worker = await world.startWorker();
  const arrived = await world.receiver.waitFor(3, { path: "/lost", timeoutMs: 20_000 });
  const ids = arrived.map(({ headers }) => headers["webhook-id"]);
  expect(ids).toContain(failed.id);
  expect(ids).toContain(delivery.id);
  expect(arrived.map(({ headers }) => headers["x-aamu-event-id"])).toContain(event.id);
  expect(await finished(id)).toMatchObject({ total: 1, succeeded: 1 });
  await worker.stop(0);
});

test(
  "a thousand deliveries are sent again by a bulk job that outlives its worker, each exactly once",
  { timeout: 90_000 },
  async () => {
    const channel = await world.channel("/bulk");
    const all = await Promise.all(Array.from({ length: 1_000 }, () => failedDelivery(channel)));
    const { id, total } = await startRedelivery(world.ctx, { filters: { channelId: channel.id } });
    expect(total).toBe(1_000);
    const worker = await world.startWorker();
    await announceRedelivery(world.ctx.workspaceId, id);
    await world.receiver.waitFor(300, { path: "/bulk", timeoutMs: 20_000 });
    await worker.stop(0);
    await world.startWorker();
    expect(await finished(id)).toMatchObject({ total: 1_000, done: 1_000, succeeded: 1_000 });
    const ids = world.receiver.requests("/bulk").map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(1_000);
    expect(new Set(ids)).toEqual(new Set(all.map((delivery) => delivery.id)));
  },
);
