import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { resetEnv } from "@/lib/env";
import { rawSql } from "./client";
import { createTestDatabase, type TestDatabase } from "./testing/database";
import { until } from "./testing/until";

let database: TestDatabase;
let other: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  other = postgres(database.url, { max: 1 });
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("DATABASE_POOL_SIZE", "1");
  resetEnv();
});
afterAll(async () => {
  await other.end();
  await rawSql().end({ timeout: 1 });
  await database.drop();
  vi.unstubAllEnvs();
  resetEnv();
});

test("an answer that is cut off leaves nothing behind for the next one", async () => {
  const [session] = await rawSql()<[{ pid: number }]>`select pg_backend_pid() as pid`;
  let rows = 0;
  const long = rawSql()`select n, repeat('x', 10000) from generate_series(1, 1000000) n`
    .forEach(() => void rows++)
    .catch((error: unknown) => error);
  await until(() => rows > 10);
  await other`select pg_terminate_backend(${session.pid})`;
  expect(await long).toBeInstanceOf(Error);
  for (const n of [1, 2, 3]) expect(await rawSql()`select ${n}::int as n`).toEqual([{ n }]);
});
