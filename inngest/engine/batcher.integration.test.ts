import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sql } from "@/db/client";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { Batcher, type Change } from "./batcher";
import { applyChanges } from "./store/apply";

let database: TestDatabase;
let sql: Sql;
let commits = 0;
beforeEach(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 4, onnotice: () => {} });
  await sql`
    insert into engine.jobs (id, fn, payload, owner)
    select 'job ' || n, 'fn', '{}', case when n <= 30 then 1 else 2 end from generate_series(1, 40) n`;
  commits = 0;
});
afterEach(async () => {
  await sql.end({ timeout: 1 });
  await database.drop();
});

const createBatcher = () =>
  new Batcher(
    (changes) => {
      commits += 1;
      return applyChanges(sql, changes, { owner: 1, claim: 1, accept: true, notify: false });
    },
    () => {},
  );

const step = (n: number, json: string): Change => ({
  kind: "move",
  move: {
    id: `job ${n}`,
    owner: 1,
    keep: true,
    attempt: 0,
    setbacks: 0,
    wake: null,
    memo: 1,
    finished: [{ id: "s", kind: "data", json }],
  },
});

const numbers = Array.from({ length: 40 }, (_, n) => n + 1);

test("changes made together share a commit, and jobs of another owner stay as they are", async () => {
  const batcher = createBatcher();
  const applied = await Promise.all(numbers.map((n) => batcher.put(step(n, "1"))));
  expect(applied).toEqual(numbers.map((n) => n <= 30));
  expect(commits).toBe(1);
  expect(await sql`select 1 from engine.steps`).toHaveLength(30);
});

test("a change that Postgres refuses fails alone, the others of its commit take place", async () => {
  const batcher = createBatcher();
  // A raw NUL: no text of Postgres can hold it.
  const results = await Promise.allSettled(numbers.map((n) => batcher.put(step(n, n === 17 ? "\0" : "1"))));
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(results[16]?.status).toBe("rejected");
  expect(await sql`select 1 from engine.steps`).toHaveLength(29);
});

test("an ended run sends its events only if it was still ours, and a repeat of everything changes nothing", async () => {
  await sql`insert into engine.triggers (event, fn) values ('failed', 'handler')`;
  const end = (n: number): Change => ({
    kind: "end",
    end: { id: `job ${n}`, owner: 1, error: '{"message":"no"}' },
    events: [{ id: `failed ${n}`, name: "failed", payload: "{}" }],
  });
  const batcher = createBatcher();
  expect(await Promise.all([end(1), end(40)].map((change) => batcher.put(change)))).toEqual([true, false]);
  expect(await Promise.all([end(1), end(40)].map((change) => batcher.put(change)))).toEqual([false, false]);
  const events = await sql<{ id: string }[]>`select id from engine.events`;
  expect(events.map(({ id }) => id)).toEqual(["failed 1"]);
  expect(await sql`select 1 from engine.jobs where fn = 'handler'`).toHaveLength(1);
  expect(await sql`select 1 from engine.failures`).toHaveLength(1);
});
