import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeAttempt, makeDelivery, makeEvent, makeProject } from "@/db/factories";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { deliveryHistogram } from "./delivery-histogram";
import { readOverview } from "./overview";
import { foldTallies } from "./tally-fold";

const HOUR_MS = 3_600_000;
const at = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 5 * HOUR_MS + 60_000);
const range = {
  since: new Date(at.getTime() - HOUR_MS - 60_000),
  until: new Date(at.getTime() + 3 * HOUR_MS),
};

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
});
afterAll(() => world.close());

/** What the charts say, and what is so: read from the rows themselves. */
async function bothCounts(filters: object = {}) {
  const { workspaceId } = world.ctx;
  const { buckets } = await deliveryHistogram(db(), workspaceId, { ...range, ...filters }, HOUR_MS);
  const charted = Object.fromEntries(
    Object.entries(buckets.map((bucket) => bucket.counts).reduce((sum, counts) => add(sum, counts))).filter(
      ([, n]) => n > 0,
    ),
  );
  const rows = await rawSql()<{ status: string; n: number }[]>`
    select status, count(*)::int as n from deliveries where workspace_id = ${workspaceId} group by 1`;
  return { charted, stored: Object.fromEntries(rows.map((row) => [row.status, row.n])) };
}

const add = (a: Record<DeliveryStatus, number>, b: Record<DeliveryStatus, number>) =>
  Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value + b[key as DeliveryStatus]]),
  ) as typeof a;

test("charts tell the truth at every moment: before, between and after foldings, and when deliveries change or go", async () => {
  const { workspaceId } = world.ctx;
  const project = await makeProject(db(), { workspaceId });
  const channel = await world.channel("/counted");
  const event = async () =>
    makeEvent(db(), { workspaceId, projectId: project.id, receivedAt: at, plannedAt: at });
  const made = [];
  for (const status of ["delivered", "delivered", "failed", "pending", "retrying", "cancelled"] as const) {
    made.push(await makeDelivery(db(), { event: await event(), channel, createdAt: at, status }));
  }
  const [first, second, failed, pending] = made;
  for (const [index, delivery] of made.entries()) {
    await makeAttempt(db(), { delivery, startedAt: at, durationMs: 100 + index });
  }
  const agrees = async () => {
    for (const filters of [
      {},
      { projectId: project.id },
      { channelId: channel.id, eventType: "task.created" },
    ]) {
      const { charted, stored } = await bothCounts(filters);
      expect(charted).toEqual(stored);
    }
  };
  await agrees();
  expect(await foldTallies(rawSql())).toBeGreaterThan(0);
  await agrees();
  await rawSql()`update deliveries set status = 'delivered' where id = any(${[failed?.id ?? "", pending?.id ?? ""]}::text[])`;
  await agrees();
  await rawSql()`delete from deliveries where id = ${first?.id ?? ""}`;
  await agrees();
  await Promise.all([foldTallies(rawSql()), foldTallies(rawSql()), foldTallies(rawSql())]);
  await agrees();
  expect(await foldTallies(rawSql())).toBe(0);
  await rawSql()`delete from events where id = ${second?.eventId ?? ""}`;
  await agrees();
});

test("however long a bar is, it has what lies in it, folded or not", async () => {
  const { workspaceId } = world.ctx;
  const channel = await world.channel("/bars");
  const statuses = ["delivered", "failed", "pending", "delivered", "cancelled"] as const;
  for (const [index, minutes] of [0, 4, 29, 31, 58, 59, 90, 119, 125].entries()) {
    const createdAt = new Date(at.getTime() + minutes * 60_000);
    const event = await makeEvent(db(), { workspaceId, receivedAt: at, plannedAt: at });
    await makeDelivery(db(), { event, channel, createdAt, status: statuses[index % statuses.length] });
  }
  const agree = async () => {
    for (const minutes of [1, 5, 7, 30, 60, 120]) {
      for (const since of [range.since, new Date(at.getTime() + 3 * 60_000)]) {
        const bars = await barsOf({ ...range, since }, minutes * 60_000);
        expect(bars.charted, `${minutes} min`).toEqual(bars.stored);
      }
    }
  };
  await agree();
  await foldTallies(rawSql());
  await agree();
});

/** The bars of a chart that have anything, and the same read from the rows. */
async function barsOf({ since, until }: typeof range, bucketMs: number) {
  const { workspaceId } = world.ctx;
  const { buckets } = await deliveryHistogram(db(), workspaceId, { since, until }, bucketMs);
  const rows = await rawSql()<{ at: number; status: string; n: number }[]>`
    select floor(extract(epoch from created_at) * 1000 / ${bucketMs})::float8 * ${bucketMs} as at, status, count(*)::int as n
    from deliveries where workspace_id = ${workspaceId} and created_at >= ${since} and created_at < ${until}
    group by 1, 2`;
  const charted = buckets.flatMap(({ at: start, counts }) =>
    Object.entries(counts).flatMap(([status, n]) => (n > 0 ? [`${start.getTime()} ${status} ${n}`] : [])),
  );
  return {
    charted: charted.toSorted(),
    stored: rows.map((row) => `${row.at} ${row.status} ${row.n}`).toSorted(),
  };
}

test("what was folded is out of the way of the next chart", async () => {
  const { workspaceId } = world.ctx;
  const channel = await world.channel("/many");
  await rawSql()`
    insert into tally_changes
    select ${workspaceId}, ${at}, ${channel.id}, 'webhook', 'task.created', '', true, 'failed', n % 2 * 2 - 1
    from generate_series(1, 5000) n`;
  expect(await foldTallies(rawSql())).toBeGreaterThanOrEqual(5_000);
  expect(await rawSql()`select pg_relation_size('tally_changes')::int as size`).toEqual([{ size: 0 }]);
});

test("what an open transaction kept from being cleaned up is cleaned up by a later folding", async () => {
  const { workspaceId } = world.ctx;
  const size = async () => (await rawSql()`select pg_relation_size('tally_changes')::int as size`)[0]?.size;
  await rawSql().begin("isolation level repeatable read", async (tx) => {
    await tx`select from tally_changes`;
    await rawSql()`
      insert into tally_changes
      select ${workspaceId}, ${at}, 'ch_kept', 'webhook', 'task.created', '', true, 'failed', n % 2 * 2 - 1
      from generate_series(1, 5000) n`;
    await foldTallies(rawSql());
    expect(await size()).toBeGreaterThan(0);
  });
  expect(await foldTallies(rawSql())).toBe(0);
  expect(await size()).toBe(0);
});

test("a rolled back change leaves no count behind", async () => {
  const before = await bothCounts();
  await rawSql()
    .begin(async (sql) => {
      await sql`update deliveries set status = 'cancelled'`;
      throw new Error("no");
    })
    .catch(() => {});
  expect(await bothCounts()).toEqual(before);
});

test("latencies are the same whether folded or not", async () => {
  const read = () => readOverview(db(), world.ctx.workspaceId, { ...range, bucketMs: HOUR_MS });
  const folded = (await read()).totals;
  expect(folded.p50).toBeGreaterThan(0);
  const channel = await world.channel("/later");
  const event = await makeEvent(db(), { workspaceId: world.ctx.workspaceId, receivedAt: at, plannedAt: at });
  const delivery = await makeDelivery(db(), { event, channel, createdAt: at, status: "delivered" });
  for (let number = 1; number <= 20; number++) {
    await makeAttempt(db(), { delivery, number, startedAt: at, durationMs: 5_000 });
  }
  const unfolded = (await read()).totals;
  expect(unfolded.p95).toBeGreaterThan(4_500);
  await foldTallies(rawSql());
  expect((await read()).totals).toEqual(unfolded);
});
