import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sql } from "@/db/client";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { until } from "@/db/testing/until";
import { liveWorkers } from "./engine/store/workers";

let database: TestDatabase;
let sql: Sql;
let children: ChildProcess[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 2, onnotice: () => {} });
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  await sql.end({ timeout: 1 });
  await database.drop();
});

test("without DATABASE_URL the worker ends with one clear line", async () => {
  const child = startWorker({ DATABASE_URL: "" });
  let said = "";
  child.stderr?.on("data", (chunk) => (said += String(chunk)));
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said).toBe(
    "The worker needs DATABASE_URL, the address of the database that the web process uses.\n",
  );
});

test("a worker registers the functions, says that it is ready, and leaves cleanly on SIGTERM", async () => {
  const child = startWorker({ DATABASE_URL: database.url });
  await until(async () => (await liveWorkers(sql)).ready === 1, { timeoutMs: 20_000 });
  const triggers = await sql<{ event: string }[]>`select event from engine.triggers`;
  expect(triggers.map(({ event }) => event)).toContain("carillon/events.received");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await liveWorkers(sql)).toEqual({ alive: 0, ready: 0 });
});

test("beside an Inngest server the worker only reports that it lives", async () => {
  const child = startWorker({ DATABASE_URL: database.url, INNGEST_DEV: "1" });
  await until(async () => (await liveWorkers(sql)).ready === 1, { timeoutMs: 20_000 });
  expect(await sql`select 1 from engine.triggers`).toHaveLength(0);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

function startWorker(environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", `${import.meta.dirname}/worker.ts`], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      INNGEST_DEV: "",
      INNGEST_EVENT_KEY: "",
      INNGEST_SIGNING_KEY: "",
      LOG_LEVEL: "warn",
      ...environment,
    },
  });
  children.push(child);
  return child;
}
