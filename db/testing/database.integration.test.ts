import { afterAll, expect, test } from "vitest";
import postgres from "postgres";
import { createTestDatabase } from "./database";

const databases: { drop(): Promise<void> }[] = [];
afterAll(() => Promise.all(databases.map((database) => database.drop())));

test("two test databases are migrated and do not see each other's rows", async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  databases.push(first, second);
  await withClient(
    first.url,
    (sql) => sql`insert into workspaces (id, slug, name) values ('ws_1', 'a', 'A')`,
  );
  const rows = await withClient(second.url, (sql) => sql`select * from workspaces`);
  expect(rows).toHaveLength(0);
});

test("a dropped test database is gone, open sessions or not", async () => {
  const database = await createTestDatabase();
  const client = postgres(database.url, { max: 1 });
  await client`select 1`;
  await database.drop();
  await expect(client`select 1`).rejects.toThrow();
  await client.end({ timeout: 1 });
});

async function withClient<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
