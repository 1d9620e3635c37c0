import type { Inngest } from "inngest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "@/db/testing/until";
import { createHarness, type Harness } from "./testing/harness";

let harness: Harness;
beforeEach(async () => void (harness = await createHarness()));
afterEach(() => harness.close());

const WORK_MS = 100;

test("a keyed limit holds exactly over two engines, and costs little more than its ideal duration", async () => {
  const running = new Map<string, number>();
  let most = 0;
  let done = 0;
  const limited = (client: Inngest) =>
    client.createFunction(
      { id: "limited", triggers: { event: "a" }, concurrency: { limit: 2, key: "event.data.key" } },
      async ({ event }) => {
        const key = String(event.data.key);
        running.set(key, (running.get(key) ?? 0) + 1);
        most = Math.max(most, running.get(key) ?? 0);
        await new Promise((resolve) => setTimeout(resolve, WORK_MS));
        running.set(key, (running.get(key) ?? 0) - 1);
        done += 1;
      },
    );
  const [first, second] = [harness.process(), harness.process()];
  await Promise.all([first.start([limited(first.client)]), second.start([limited(second.client)])]);
  const begun = performance.now();
  await first.client.send(
    Array.from({ length: 120 }, (_, n) => ({ name: "a", data: { key: `key ${n % 3}` } })),
  );
  await until(() => done === 120);
  const ideal = (120 / 3 / 2) * WORK_MS;
  expect(most).toBe(2);
  expect(performance.now() - begun).toBeLessThan(2 * ideal);
  await until(async () => (await harness.unfinished()) === 0);
  const slots = await harness.sql`select running, waiting from engine.slots`;
  expect(slots.every((slot) => slot.running === 0 && slot.waiting === 0)).toBe(true);
});

test("a limit without a key is the whole function's", async () => {
  const { client, start } = harness.process();
  let running = 0;
  let most = 0;
  let done = 0;
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" }, concurrency: 3 }, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
    done += 1;
  });
  await start([fn]);
  await client.send(Array.from({ length: 30 }, () => ({ name: "a", data: {} })));
  await until(() => done === 30);
  expect(most).toBe(3);
});

test("sleeping runs hold no slot", async () => {
  const { client, start } = harness.process();
  const asleep: number[] = [];
  const fn = client.createFunction(
    { id: "fn", triggers: { event: "a" }, concurrency: { limit: 1, key: "event.data.key" } },
    async ({ event, step }) => {
      await step.run("before", () => void asleep.push(Number(event.data.n)));
      await step.sleepUntil("night", new Date(Date.now() + 3_600_000));
    },
  );
  await start([fn]);
  await client.send(Array.from({ length: 5 }, (_, n) => ({ name: "a", data: { key: "k", n } })));
  await until(() => asleep.length === 5);
  const [slot] = await until(async () => {
    const rows = await harness.sql`select running, waiting from engine.slots where running = 0`;
    return rows.length === 1 && rows;
  });
  expect(slot).toEqual({ running: 0, waiting: 0 });
});

test("5,000 due jobs of a saturated key do not keep other keys waiting", async () => {
  const { client, start } = harness.process();
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const free: unknown[] = [];
  const fn = client.createFunction(
    { id: "fn", triggers: { event: "a" }, concurrency: { limit: 1, key: "event.data.key" } },
    async ({ event }) => {
      if (event.data.key === "busy") await gate;
      else free.push(event.data.key);
    },
  );
  await start([fn]);
  await client.send(Array.from({ length: 5000 }, () => ({ name: "a", data: { key: "busy" } })));
  await client.send(Array.from({ length: 10 }, (_, n) => ({ name: "a", data: { key: `free ${n}` } })));
  await until(() => free.length === 10);
  // Once parked they are not met again: a later claim reads the new jobs only.
  const [parked] = await until(async () => {
    const rows = await harness.sql<{ count: number }[]>`
      select count(*)::int as count from engine.jobs where parked`;
    return rows[0]?.count === 4999 && rows;
  });
  expect(parked?.count).toBe(4999);
  open();
});

test("20,000 sleeping jobs are not read by claims", async () => {
  const { client, start } = harness.process();
  const seen: unknown[] = [];
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, ({ event }) => {
    seen.push(event.data.n);
  });
  await harness.sql`
    insert into engine.jobs (id, fn, payload, run_at)
    select 'sleeping ' || n, 'carillon-fn', '{}', now() + interval '1 day' from generate_series(1, 20000) n`;
  // Now the planner knows how large the table is; in the other tests it does not.
  await harness.sql`analyze engine.jobs`;
  await start([fn]);
  const readBefore = await tuplesRead();
  for (let n = 0; n < 50; n += 1) {
    await client.send({ name: "a", data: { n } });
    await until(() => seen.length === n + 1, { everyMs: 1 });
  }
  // Statistics arrive up to a second late, and only grow.
  const read = (
    await until(async () => {
      const now = await tuplesRead();
      return now.inserted >= readBefore.inserted + 50 && now;
    })
  ).read;
  expect(read - readBefore.read).toBeLessThan(20_000);
});

async function tuplesRead(): Promise<{ read: number; inserted: number }> {
  const [row] = await harness.sql<[{ read: number; inserted: number }]>`
    select (seq_tup_read + idx_tup_fetch)::int as read, n_tup_ins::int as inserted
    from pg_stat_user_tables where schemaname = 'engine' and relname = 'jobs'`;
  return row;
}
