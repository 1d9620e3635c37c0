import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeEvent } from "@/db/factories";
import { listEventLog } from "@/db/queries/event-log";
import { catalogue } from "@/lib/events/catalogue";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import type { Context } from "./context";
import { fanOut } from "./fan-out";
import { indexWords } from "./index-words";
import { ingestEvents } from "./ingest-events";

let world: PipelineWorld;
let ctx: Context;
beforeAll(async () => {
  world = await createPipelineWorld();
});
beforeEach(async () => {
  ctx = await world.workspace();
});
afterAll(() => world.close());

const task = (title: string) => ({
  type: "task.created",
  data: { ...catalogue["task.created"].samples.typical, task: { id: "t", title, status: "open" } },
});

/** Stores events as one intake and plans it. */
async function planned(...titles: string[]): Promise<string[]> {
  const { results, intakes } = await ingestEvents(ctx, { events: titles.map(task), batch: true });
  await fanOut(ctx, { intakeIds: intakes.map(({ id }) => id) });
  return results.map(({ id }) => id);
}

const find = async (search: string) =>
  (await listEventLog(db(), ctx.workspaceId, { search }, { limit: 10 })).rows.map(({ id }) => id);

const open = () => rawSql()`select id from intakes where workspace_id = ${ctx.workspaceId}`;

test("a rare word is found before its event is planned, before it is indexed, and afterwards, once each time", async () => {
  const { results, intakes } = await ingestEvents(ctx, {
    events: [task("A zeppelin"), task("A kite")],
    batch: true,
  });
  const [zeppelin] = results.map(({ id }) => id);
  expect(await find("zeppelin")).toEqual([zeppelin]);
  await fanOut(ctx, { intakeIds: intakes.map(({ id }) => id) });
  expect(await find("zeppelin")).toEqual([zeppelin]);
  await indexWords();
  expect(await find("zeppelin")).toEqual([zeppelin]);
  expect(await open()).toEqual([]);
});

test("events that wait for their plan are left alone", async () => {
  await planned("First");
  const { intakes } = await ingestEvents(ctx, { events: [task("Second")] });
  await indexWords();
  expect(await open()).toEqual(intakes.map(({ id }) => ({ id })));
});

test("many intakes are closed in one call, and two calls at once index nothing twice", async () => {
  for (let index = 0; index < 120; index++) {
    await makeEvent(db(), { workspaceId: ctx.workspaceId, searchText: `walrus ${index}` });
  }
  await rawSql()`update intakes set planned_at = now() where workspace_id = ${ctx.workspaceId}`;
  expect(await Promise.all([indexWords(), indexWords()])).toEqual([false, false]);
  await indexWords();
  const [row] = await rawSql()`
    select count(*)::int as n from event_words where workspace_id = ${ctx.workspaceId} and search_text like 'walrus%'`;
  expect(row?.n).toBe(120);
  expect(await open()).toEqual([]);
});
