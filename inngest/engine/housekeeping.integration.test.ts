import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "@/db/testing/until";
import { removeIdleSlots, removeOld } from "./store/retention";
import { engineStats, liveWorkers, registerWorker } from "./store/workers";
import { createHarness, type Harness } from "./testing/harness";

let harness: Harness;
beforeEach(async () => void (harness = await createHarness()));
afterEach(() => harness.close());

test("ids of sent events go after a day, events that wait for a function and failures after two weeks", async () => {
  const { sql } = harness;
  await sql`
    insert into engine.events (id, name, at, payload) values
      ('fresh', 'a', now() - interval '23 hours', null), ('old', 'a', now() - interval '25 hours', null),
      ('waiting', 'b', now() - interval '13 days', '{}'), ('forgotten', 'b', now() - interval '15 days', '{}')`;
  await sql`
    insert into engine.failures (id, fn, payload, error, started_at, ended_at) values
      ('recent', 'f', '{}', '{}', now(), now() - interval '13 days'),
      ('ancient', 'f', '{}', '{}', now(), now() - interval '15 days')`;
  expect(await removeOld(sql)).toBe(3);
  expect(await removeOld(sql)).toBe(0);
  const events = await sql<{ id: string }[]>`select id from engine.events order by id`;
  const failures = await sql<{ id: string }[]>`select id from engine.failures`;
  expect([events, failures].map((rows) => rows.map(({ id }) => id))).toEqual([
    ["fresh", "waiting"],
    ["recent"],
  ]);
});

test("only slots that nobody holds or waits for are removed", async () => {
  const { sql } = harness;
  await sql`
    insert into engine.slots (key, capacity, running, waiting, asked, fresh, granted) values
      ('idle', 2, 0, 0, 1, 1, 1), ('held', 2, 1, 0, 1, 1, 1), ('wanted', 2, 0, 1, 1, 1, 0)`;
  await removeIdleSlots(sql);
  const rows = await sql<{ key: string }[]>`select key from engine.slots order by key`;
  expect(rows.map(({ key }) => key)).toEqual(["held", "wanted"]);
});

test("parked jobs and jobs of nobody are found again, whoever lost them", async () => {
  const { sql } = harness;
  const { client, start } = harness.process();
  const seen: unknown[] = [];
  const fn = client.createFunction(
    { id: "fn", triggers: { event: "a" }, concurrency: { limit: 1, key: "event.data.key" } },
    ({ event }) => void seen.push(event.data.n),
  );
  const payload = (n: number) => JSON.stringify({ id: "x", name: "a", data: { n, key: "k" } });
  await sql`
    insert into engine.jobs (id, fn, payload, key, key_limit, parked, owner) values
      ('parked', 'carillon-fn', ${payload(1)}, 'carillon-fn:k', 1, true, null),
      ('orphan', 'carillon-fn', ${payload(2)}, 'carillon-fn:l', 1, false, 99)`;
  await sql`
    insert into engine.slots (key, capacity, running, waiting, asked, fresh, granted) values
      ('carillon-fn:k', 1, 0, 1, 1, 1, 0), ('carillon-fn:l', 1, 1, 0, 1, 1, 1)`;
  await start([fn]);
  await until(async () => seen.length === 2 && (await harness.unfinished()) === 0);
  expect(seen.toSorted()).toEqual([1, 2]);
});

test("a worker counts as ready only after it is warm, and not at all once it is silent", async () => {
  const { sql } = harness;
  expect(await liveWorkers(sql)).toEqual({ alive: 0, ready: 0 });
  const owner = await registerWorker(sql, 1);
  expect(await liveWorkers(sql)).toEqual({ alive: 1, ready: 0 });
  await sql`update engine.workers set ready = true where owner = ${owner}`;
  expect(await liveWorkers(sql)).toEqual({ alive: 1, ready: 1 });
  await sql`update engine.workers set seen_at = now() - interval '11 seconds'`;
  expect(await liveWorkers(sql)).toEqual({ alive: 0, ready: 0 });
});

test("the statistics tell due, sleeping and running jobs apart", async () => {
  const { sql } = harness;
  expect(await engineStats(sql)).toEqual({ due: 0, oldestDueSeconds: 0, sleeping: 0, running: 0 });
  await sql`
    insert into engine.jobs (id, fn, payload, run_at, parked, owner) values
      ('due', 'f', '{}', now() - interval '90 s', false, null),
      ('parked', 'f', '{}', now() - interval '1 s', true, null),
      ('sleeping', 'f', '{}', now() + interval '1 h', false, null),
      ('running', 'f', '{}', now() - interval '1 h', false, 1)`;
  const stats = await engineStats(sql);
  expect(stats).toMatchObject({ due: 2, sleeping: 1, running: 1 });
  expect(Math.floor(stats.oldestDueSeconds)).toBe(90);
});

test("jobs that were made while the clock was ahead are due as soon as if it had been right", async () => {
  const { sql } = harness;
  const { client, start } = harness.process();
  const seen: unknown[] = [];
  const fn = client.createFunction(
    { id: "fn", triggers: { event: "a" } },
    ({ event }) => void seen.push(event.data.n),
  );
  const payload = JSON.stringify({ id: "x", name: "a", data: { n: 1 } });
  await sql`
    insert into engine.jobs (id, fn, payload, run_at, started_at) values
      ('ahead', 'carillon-fn', ${payload}, now() + interval '1 hour', now() + interval '1 hour'),
      ('patient', 'carillon-fn', ${payload}, now() + interval '1 hour', now())`;
  await start([fn]);
  await until(() => seen.length === 1);
  await until(async () => (await harness.unfinished()) === 1);
  expect(await sql`select id from engine.jobs`).toEqual([{ id: "patient" }]);
});
