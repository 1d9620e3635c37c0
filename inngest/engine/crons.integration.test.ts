import type { Inngest } from "inngest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "@/db/testing/until";
import { createHarness, type Harness } from "./testing/harness";

let harness: Harness;
beforeEach(async () => void (harness = await createHarness()));
afterEach(() => harness.close());

test("a schedule fires once at each of its times, though two engines watch it", async () => {
  const fired: string[] = [];
  const everySecond = (client: Inngest) =>
    client.createFunction({ id: "tick", triggers: { cron: "* * * * * *" } }, ({ event }) => {
      fired.push(event.id);
    });
  const [first, second] = [harness.process(), harness.process()];
  await Promise.all([first.start([everySecond(first.client)]), second.start([everySecond(second.client)])]);
  await until(() => fired.length >= 3);
  expect(new Set(fired).size).toBe(fired.length);
});

test("what was missed while no worker ran fires once, with its schedule in the event", async () => {
  const seen: unknown[] = [];
  const daily = (client: Inngest) =>
    client.createFunction({ id: "daily", triggers: { cron: "TZ=Europe/Paris 0 3 * * *" } }, ({ event }) => {
      seen.push([event.name, event.data]);
    });
  const first = harness.process();
  await (await first.start([daily(first.client)])).stop();
  expect(seen).toEqual([]);
  await harness.sql`update engine.crons set next_at = next_at - interval '3 days'`;
  const second = harness.process();
  await second.start([daily(second.client)]);
  await until(() => seen.length === 1);
  expect(seen).toEqual([["inngest/scheduled.timer", { cron: "TZ=Europe/Paris 0 3 * * *" }]]);
  const [row] = await harness.sql<[{ ahead: boolean; hour: number }]>`
    select next_at > now() as ahead, extract(hour from next_at at time zone 'Europe/Paris')::int as hour
    from engine.crons`;
  expect(row).toEqual({ ahead: true, hour: 3 });
});

test("a schedule that is gone from the code is gone from the table", async () => {
  const first = harness.process();
  const fn = first.client.createFunction({ id: "old", triggers: { cron: "0 3 * * *" } }, () => {});
  await (await first.start([fn])).stop();
  expect(await harness.sql`select 1 from engine.crons`).toHaveLength(1);
  const second = harness.process();
  await second.start([second.client.createFunction({ id: "new", triggers: { event: "x" } }, () => {})]);
  expect(await harness.sql`select 1 from engine.crons`).toHaveLength(0);
});

test("a schedule that a clock ahead has moved on comes back when the clock is right", async () => {
  const hourly = (client: Inngest) =>
    client.createFunction({ id: "hourly", triggers: { cron: "0 * * * *" } }, () => {});
  const first = harness.process();
  await (await first.start([hourly(first.client)])).stop();
  const [before] = await harness.sql`select next_at from engine.crons`;
  await harness.sql`update engine.crons set next_at = next_at + interval '2 hours'`;
  const second = harness.process();
  await second.start([hourly(second.client)]);
  await until(async () => {
    // An hour may have ended meanwhile.
    const [row] = await harness.sql`
      select next_at <= ${before?.next_at}::timestamptz + interval '1 hour' as back from engine.crons`;
    return row?.back === true;
  });
});
