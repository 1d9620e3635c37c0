import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeChannel, makeEvent, makeProject } from "@/db/factories";
import { routableChannels } from "@/db/queries/pipeline-channels";
import { storedEvent } from "@/db/queries/pipeline-events";
import { catalogue } from "@/lib/events/catalogue";
import type { EventType } from "@/lib/events/types";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { backtestFilters } from "./backtest-filters";
import type { Context } from "./context";
import { routeEvent } from "./route-event";

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
});
afterAll(() => world.close());

const TYPES = ["task.created", "file.created", "channel.disabled", "assignment.completed"] as const;
const PROJECTS = [null, "prj_a", "prj_b", "prj_c"];

const HOUR = 60 * 60 * 1000;
const seen = (ctx: Context, type: EventType, projectId: string | null, hours = 1) =>
  makeEvent(db(), {
    ...{ workspaceId: ctx.workspaceId, type, projectId, plannedAt: new Date() },
    receivedAt: new Date(Date.now() - hours * HOUR),
  });

test("it counts exactly what routing would have given the channel, whatever the filters", async () => {
  const ctx = await world.workspace();
  const events: Awaited<ReturnType<typeof seen>>[] = [];
  for (const [index, type] of TYPES.entries()) {
    for (const [place, projectId] of PROJECTS.entries()) {
      for (let times = 0; times <= (index + place) % 3; times++)
        events.push(await seen(ctx, type, projectId));
    }
  }
  const { id } = await makeChannel(db(), { workspaceId: ctx.workspaceId });
  const stored = await Promise.all(events.map((event) => storedEvent(rawSql(), ctx.workspaceId, event.id)));
  const [channel] = await routableChannels(rawSql(), ctx.workspaceId);
  if (channel?.id !== id) throw new Error("The channel is not routable.");
  const filters = fc.record({
    eventTypes: fc.subarray([...TYPES]),
    projectIds: fc.subarray(["prj_a", "prj_b", "prj_none"]),
  });
  await fc.assert(
    fc.asyncProperty(filters, async (rules) => {
      const routed = stored.flatMap((event) =>
        event ? routeEvent(event, [{ ...channel, ...rules }]).decisions : [],
      );
      const backtest = await backtestFilters(ctx, rules);
      expect(backtest.total).toBe(events.length);
      expect(backtest.matched).toBe(routed.filter(({ reason }) => reason === null).length);
      for (const { eventId, reason } of [...backtest.matchedExamples, ...backtest.rejectedExamples]) {
        const index = events.findIndex((event) => event.id === eventId);
        expect(reason).toBe(routed[index]?.reason);
      }
      expect(backtest.matchedExamples.length).toBe(Math.min(5, backtest.matched));
    }),
    { numRuns: 40 },
  );
});

test("tests, older events and other workspaces' are left out; each example has its title, project and rule", async () => {
  const ctx = await world.workspace();
  const project = await makeProject(db(), { workspaceId: ctx.workspaceId });
  const wanted = await seen(ctx, "task.created", project.id);
  const other = await seen(ctx, "file.created", null);
  const elsewhere = await seen(ctx, "task.created", "prj_x", 2);
  await seen(ctx, "task.created", project.id, 24 * 8);
  await makeEvent(db(), { workspaceId: ctx.workspaceId, test: true });
  await seen(await world.workspace(), "task.created", null);
  const filters = { eventTypes: ["task.created"], projectIds: [project.id] };
  expect(await backtestFilters(ctx, filters)).toMatchObject({
    ...{ total: 3, matched: 1, partial: false },
    matchedExamples: [{ eventId: wanted.id, projectId: project.id, reason: null, title: expect.any(String) }],
    rejectedExamples: [
      { eventId: other.id, reason: "event_type_not_selected" },
      { eventId: elsewhere.id, reason: "project_not_selected" },
    ],
  });
});

test("a workspace without events has none of none", async () => {
  const ctx = await world.workspace();
  expect(await backtestFilters(ctx, {})).toMatchObject({ total: 0, matched: 0, matchedExamples: [] });
});

test("with 120,000 events in the week it looks at the newest 100,000, says so, and answers soon", async () => {
  const ctx = await world.workspace();
  const data = TYPES.map((type) => JSON.stringify(catalogue[type].samples.typical));
  // What counts events by the hour has no part in this.
  await rawSql()`alter table events disable trigger all`;
  await rawSql()`
    insert into events (id, workspace_id, type, project_id, data, created_at, received_at, body_hash, intake_id)
    select 'evt_big_' || n, ${ctx.workspaceId}, (${[...TYPES]}::text[])[1 + n % 4], 'prj_' || (n % 7),
      (${data}::text[])[1 + n % 4], now(), now() - n * interval '1 second', '', 'int_big'
    from generate_series(1, 120000) n`;
  await rawSql()`alter table events enable trigger all`;
  await rawSql()`analyze events`;
  const filters = { eventTypes: ["task.created"] };
  await backtestFilters(ctx, filters);
  const began = performance.now();
  const backtest = await backtestFilters(ctx, filters);
  const took = performance.now() - began;
  expect(backtest).toMatchObject({ partial: true, total: 100_000, matched: 25_000 });
  // Some 100 ms on two busy cores; the room is for busier ones.
  expect(took).toBeLessThan(1_500);
}, 60_000);
