import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { migrate, quoted, siblingUrl } from "./migrate";

const name = `migrate_${randomBytes(6).toString("hex")}`;
const url = siblingUrl(inject("templateUrl"), name);

afterAll(async () => {
  const client = postgres(siblingUrl(url, "postgres"), { max: 1, onnotice: () => {} });
  await client.unsafe(`drop database if exists ${quoted(name)} with (force)`);
  await client.end();
});

test("three processes that migrate an absent database at once all succeed and apply each migration once", async () => {
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const [applied] = await client`select count(*)::int as n, count(distinct hash)::int as different
    from drizzle.__drizzle_migrations`;
  const [lock] = await client`select count(*)::int as n from pg_locks where locktype = 'advisory'`;
  await client.end();
  expect(applied?.n).toBeGreaterThan(0);
  expect(applied?.n).toBe(applied?.different);
  expect(lock?.n).toBe(0);
});

test("a wrong password is reported as such, not taken for an absent database", async () => {
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(migrate(wrong.href)).rejects.toMatchObject({ code: "28P01" });
});
