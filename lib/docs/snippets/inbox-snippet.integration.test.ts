import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { snippet } from "./files";

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test("the documented inbox takes a delivery once, however often and at once it comes", async () => {
  const [create = "", insert = ""] = snippet("inbox.sql").split(/(?<=;)\n\n/);
  await sql.unsafe(create);
  const add = (id: string) => sql.unsafe(insert, [id, "{}"]);
  const rows = await Promise.all(["whd_1", "whd_1", "whd_2", "whd_1"].map(add));
  expect(rows.flatMap((added) => added.map(({ delivery_id }) => delivery_id)).sort()).toEqual([
    "whd_1",
    "whd_2",
  ]);
  expect(await sql`select delivery_id from webhook_inbox`).toHaveLength(2);
});
