import { afterAll, beforeAll, expect, test } from "vitest";
import { db, rawSql } from "@/db/client";
import { makeProject } from "@/db/factories";
import { Conflict, Invalid } from "@/lib/errors";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { ingestEvents, type IngestInput } from "./ingest-events";

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
});
afterAll(() => world.close());

const task = (title = "Write the report", more: Partial<IngestInput> = {}): IngestInput => ({
  type: "task.created",
  data: { task: { id: "tsk_1", title, status: "open" } },
  ...more,
});

const count = async (workspaceId: string): Promise<number> => {
  const [row] = await rawSql()<[{ n: number }]>`
    select count(*)::int as n from events where workspace_id = ${workspaceId}`;
  return row.n;
};

/** The paths that an ingestion is refused for. */
async function refusedPaths(events: IngestInput[], batch?: boolean): Promise<string[]> {
  const error = await ingestEvents(world.ctx, { events, batch }).catch((thrown: unknown) => thrown);
  if (!(error instanceof Invalid)) throw error;
  return error.errors.map(({ path }) => path);
}

test("an event is stored as it was accepted, unknown fields and the order of keys included", async () => {
  const ctx = await world.workspace();
  const data = { zebra: 1, task: { title: "A", id: "t", status: "open", more: { b: [1.5, null], a: "é" } } };
  const { results, intakes } = await ingestEvents(ctx, { events: [{ type: "task.created", data }] });
  const [row] = await rawSql()`select * from events where workspace_id = ${ctx.workspaceId}`;
  expect(results).toEqual([{ id: row?.id, duplicate: false }]);
  expect(row).toMatchObject({ data: JSON.stringify(data), project_id: null, test: false });
  expect(row?.search_text).toContain("task created");
  const [intake] = await rawSql()`select * from intakes where workspace_id = ${ctx.workspaceId}`;
  expect(intake).toMatchObject({ id: row?.intake_id, planned_at: null, received_at: row?.received_at });
  expect(intakes).toEqual([{ id: intake?.id, events: 1, bytes: JSON.stringify(data).length }]);
});

test("a hundred identical posts at the same time make one event, and each is told its id", async () => {
  const ctx = await world.workspace();
  const events = [task("Once", { idempotencyKey: "same" })];
  const answers = await Promise.all(Array.from({ length: 100 }, () => ingestEvents(ctx, { events })));
  const results = answers.flatMap((answer) => answer.results);
  expect(new Set(results.map(({ id }) => id)).size).toBe(1);
  expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(answers.flatMap(({ intakes }) => intakes)).toMatchObject([{ events: 1 }]);
  expect(await count(ctx.workspaceId)).toBe(1);
});

test("a key stands for its event whatever the order of the fields", async () => {
  const ctx = await world.workspace();
  const first = task("Same", { idempotencyKey: "order" });
  const { results } = await ingestEvents(ctx, { events: [first] });
  const turned = { ...first, data: { task: { status: "open", title: "Same", id: "tsk_1" } } };
  expect((await ingestEvents(ctx, { events: [turned] })).results).toEqual([
    { id: results[0]?.id, duplicate: true },
  ]);
});

test("a key used for another event is refused, and one workspace's key is free in another", async () => {
  const [ctx, other] = await Promise.all([world.workspace(), world.workspace()]);
  await ingestEvents(ctx, { events: [task("One", { idempotencyKey: "k" })] });
  const again = ingestEvents(ctx, { events: [task("Two", { idempotencyKey: "k" })] });
  await expect(again).rejects.toMatchObject({ status: 409, code: "idempotency_conflict" });
  const elsewhere = await ingestEvents(other, { events: [task("Two", { idempotencyKey: "k" })] });
  expect(elsewhere.results).toMatchObject([{ duplicate: false }]);
});

test("within a batch a repeated key is a duplicate of the first, and another body is refused", async () => {
  const ctx = await world.workspace();
  const twice = [task("A", { idempotencyKey: "k" }), task("B"), task("A", { idempotencyKey: "k" })];
  const { results, intakes } = await ingestEvents(ctx, { events: twice });
  expect(results.map(({ duplicate }) => duplicate)).toEqual([false, false, true]);
  expect(results[2]?.id).toBe(results[0]?.id);
  expect(intakes).toMatchObject([{ events: 2 }]);
  const clash = [task("C", { idempotencyKey: "c" }), task("D", { idempotencyKey: "c" })];
  await expect(ingestEvents(ctx, { events: clash })).rejects.toBeInstanceOf(Conflict);
  expect(await count(ctx.workspaceId)).toBe(2);
});

test("a batch with one taken key stores nothing of the rest, even when the key is taken meanwhile", async () => {
  const ctx = await world.workspace();
  const batch = (name: string) => [task(`${name} first`), task(name, { idempotencyKey: "race" })];
  const tries = ["a", "b", "c", "d", "e"].map((name) => ingestEvents(ctx, { events: batch(name) }));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await count(ctx.workspaceId)).toBe(2);
});

test("every wrong place is named, with its position only in a batch, and nothing is stored", async () => {
  const ctx = world.ctx;
  const wrong = task("", { data: { task: { id: 7, title: "x" } } });
  expect(await refusedPaths([wrong])).toEqual(["data.task.id", "data.task.status"]);
  expect(await refusedPaths([wrong], true)).toEqual(["events.0.data.task.id", "events.0.data.task.status"]);
  expect(
    await refusedPaths([task(), { type: "task.exploded", data: {} }, task("x", { projectId: "prj_no" })]),
  ).toEqual(["events.1.type", "events.2.projectId"]);
  expect(await count(ctx.workspaceId)).toBe(0);
});

test("a project of the workspace is accepted, one of another workspace is unknown", async () => {
  const [ctx, other] = await Promise.all([world.workspace(), world.workspace()]);
  const project = await makeProject(db(), { workspaceId: ctx.workspaceId });
  const events = [task("In a project", { projectId: project.id })];
  expect((await ingestEvents(ctx, { events })).results).toMatchObject([{ duplicate: false }]);
  await expect(ingestEvents(other, { events })).rejects.toMatchObject({ errors: [{ path: "projectId" }] });
});

test("what is posted at the same time shares statements, and each caller is told of its own events", async () => {
  const [ctx, other] = await Promise.all([world.workspace(), world.workspace()]);
  await ingestEvents(ctx, { events: [task("Taken", { idempotencyKey: "taken" })] });
  const posts = [
    ...Array.from({ length: 20 }, (_, index) => ({ to: ctx, event: task(`Own ${index}`) })),
    { to: ctx, event: task("Another", { idempotencyKey: "taken" }) },
    { to: ctx, event: task("Taken", { idempotencyKey: "taken" }) },
    { to: other, event: task("Theirs", { idempotencyKey: "taken" }) },
  ];
  let settled: PromiseSettledResult<Awaited<ReturnType<typeof ingestEvents>>>[] = [];
  const statements = await world.statements(async () => {
    settled = await Promise.allSettled(posts.map(({ to, event }) => ingestEvents(to, { events: [event] })));
  });
  expect(statements.filter((text) => text.includes("insert into events")).length).toBeLessThanOrEqual(2);
  const [another, taken, theirs] = settled.slice(20);
  expect(another).toMatchObject({ status: "rejected", reason: { code: "idempotency_conflict" } });
  expect(taken).toMatchObject({ value: { results: [{ duplicate: true }], intakes: [] } });
  expect(theirs).toMatchObject({ value: { results: [{ duplicate: false }], intakes: [{ events: 1 }] } });
  const told = settled.flatMap((each) => (each.status === "fulfilled" ? each.value.intakes : []));
  expect(told.reduce((sum, { events }) => sum + events, 0)).toBe(21);
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  expect([await count(ctx.workspaceId), await count(other.workspaceId)]).toEqual([21, 1]);
});

test("a single event costs one statement, a batch of a hundred as well", async () => {
  const ctx = await world.workspace();
  await ingestEvents(ctx, { events: [task()] });
  expect(await world.statements(() => ingestEvents(ctx, { events: [task()] }))).toHaveLength(1);
  const hundred = Array.from({ length: 100 }, (_, index) => task(`Task ${index}`));
  expect(await world.statements(() => ingestEvents(ctx, { events: hundred }))).toHaveLength(1);
});
