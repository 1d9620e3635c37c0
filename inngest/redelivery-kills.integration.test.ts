import type { ChildProcess } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeAttempt, makeDelivery, makeEvent } from "@/db/factories";
import { getRedelivery } from "@/db/queries/redeliveries";
import { until } from "@/db/testing/until";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { startRedelivery } from "@/lib/operations/start-redelivery";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { startWorkerProcess } from "@/scripts/testing/start-worker-process";
import { announceRedelivery } from "./announce";

const DELIVERIES = 1_000;
const CHANNELS = 4;
/** Under way when a worker is killed: requests without an answer, and about as many answers that wait for their commit. */
const UNDER_WAY = 2 * CHANNELS * MAX_IN_FLIGHT_PER_CHANNEL;
/** A lease that its holder left behind runs out after 20 s; starting a worker takes seconds on a busy machine. */
const PATIENCE = { timeoutMs: 120_000, everyMs: 100 };

let world: PipelineWorld;
let workers: ChildProcess[] = [];
afterEach(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  workers = [];
  await world.close();
});

test(
  "a thousand deliveries are sent again although the worker is killed twice: one manual attempt each, repeated is only what was under way",
  { timeout: 240_000 },
  async () => {
    world = await createPipelineWorld();
    const failed = await makeFailed();
    const { id, total } = await startRedelivery(world.ctx, { filters: { status: "failed" } });
    expect(total).toBe(DELIVERIES);
    let worker = startWorker();
    await announceRedelivery(world.ctx.workspaceId, id);
    for (const arrived of [200, 550]) {
      await until(() => world.receiver.requests().length >= arrived, PATIENCE);
      worker.kill("SIGKILL");
      expect(await getRedelivery(db(), world.ctx.workspaceId, id)).toMatchObject({ status: "running" });
      worker = startWorker();
    }
    await until(async () => (await getRedelivery(db(), world.ctx.workspaceId, id))?.status === "finished", {
      ...PATIENCE,
      what: "the end of the job",
    });
    expect(await getRedelivery(db(), world.ctx.workspaceId, id)).toMatchObject({
      ...{ total: DELIVERIES, done: DELIVERIES, succeeded: DELIVERIES, failed: 0 },
    });
    await expectOneManualAttemptEach(failed);
  },
);

/** Deliveries that failed at their first attempt, shared out among the channels. Answers their ids. */
async function makeFailed(): Promise<Set<string>> {
  const ids = new Set<string>();
  const finishedAt = new Date(Date.now() - 3_600_000);
  for (let index = 0; index < CHANNELS; index++) {
    world.receiver.answer(`/again-${index}`, { delayMs: 50 });
    const channel = await world.channel(`/again-${index}`);
    for (let count = 0; count < DELIVERIES / CHANNELS; count++) {
      const event = await makeEvent(db(), { workspaceId: world.ctx.workspaceId, plannedAt: finishedAt });
      const shape = { event, channel, status: "failed" as const, attemptCount: 1, finishedAt };
      const delivery = await makeDelivery(db(), { ...shape, body: `{"id":"${event.id}"}` });
      await makeAttempt(db(), { delivery, outcome: "failed", statusCode: 500 });
      ids.add(delivery.id);
    }
  }
  return ids;
}

async function expectOneManualAttemptEach(asked: ReadonlySet<string>): Promise<void> {
  const rows = await rawSql()<{ id: string; status: string; made: string }[]>`
    select d.id, d.status, string_agg(a.number || ' ' || a.trigger || ' ' || a.outcome, ', ' order by a.number) as made
    from deliveries d join attempts a on a.delivery_id = d.id group by d.id`;
  expect(new Set(rows.map((row) => row.id))).toEqual(asked);
  expect(new Set(rows.map(({ status, made }) => `${status}: ${made}`))).toEqual(
    new Set(["delivered: 1 automatic failed, 2 manual succeeded"]),
  );
  const arrived = world.receiver.requests();
  expect(new Set(arrived.map(({ headers }) => headers["webhook-id"]))).toEqual(asked);
  expect(arrived.length - DELIVERIES).toBeLessThanOrEqual(2 * UNDER_WAY);
  // Whatever came twice came as the same message.
  const bodies = new Set(arrived.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`));
  expect(bodies.size).toBe(DELIVERIES);
}

function startWorker(): ChildProcess {
  const worker = startWorkerProcess();
  workers.push(worker);
  return worker;
}
