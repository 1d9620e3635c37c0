import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { findApiKeyByHash } from "@/db/queries/api-keys";
import {
  apiKeys,
  channels,
  channelSecrets,
  inspectors,
  memberships,
  projects,
  workspaces,
} from "@/db/schema";
import { createTestDatabase } from "@/db/testing/database";
import { hashApiKey } from "@/lib/auth/api-key";
import { resetEnv } from "@/lib/env";
import { unseal } from "@/lib/secrets/seal";
import { makeWorkspace } from "./factories";
import { addDemoKey, DEMO, demoPasswordUsers, seedDemo } from "./seed";

const plain = { randomPassword: false };

beforeAll(() => {
  process.env.ENCRYPTION_KEY = Buffer.alloc(32, 1).toString("base64");
  resetEnv();
});

test("four processes that seed at once make one demo workspace", async () => {
  const { database } = await open();
  const states = await Promise.all([1, 2, 3, 4].map(() => seedDemo(database, plain)));
  expect(states.filter(({ state }) => state === "created")).toHaveLength(1);
  expect(await database.select().from(workspaces)).toMatchObject([{ slug: DEMO.slug }]);
  expect(await database.select().from(memberships)).toHaveLength(3);
  expect(await database.select().from(projects)).toHaveLength(2);
});

test("every demo channel sends to an inspector of its own and its secret opens", async () => {
  const { database } = await open();
  await seedDemo(database, plain);
  const made = await database.select().from(channels);
  const tokens = (await database.select().from(inspectors)).map(({ token }) => token);
  expect(made.map(({ kind, provider }) => `${kind} ${provider}`).sort()).toEqual([
    "chat slack",
    "chat teams",
    "chat webhook",
    "crm webhook",
  ]);
  expect(made.map(({ inspectorToken }) => inspectorToken).sort()).toEqual(tokens.sort());
  for (const { urlMasked, inspectorToken } of made) expect(urlMasked).not.toContain(inspectorToken);
  const secrets = await database.select().from(channelSecrets);
  expect(secrets).toHaveLength(2);
  for (const { id, workspaceId, sealed } of secrets) {
    expect(unseal(sealed, { workspaceId, rowId: id, field: "secret" })).toMatch(/^whsec_/);
  }
});

test("a given API key works with all scopes, also when it is given later", async () => {
  const { database } = await open();
  await seedDemo(database, plain);
  for (const key of ["ck_first", "ck_first", "ck_second"]) {
    expect(await addDemoKey(database, key)).toBeUndefined();
    const found = await findApiKeyByHash(database, hashApiKey(key));
    expect(found?.scopes.toSorted()).toEqual(["events:write", "manage", "read"]);
  }
  expect(await database.select().from(apiKeys)).toHaveLength(2);
});

test("without a given key one is made, once", async () => {
  const { database } = await open();
  expect(await addDemoKey(database, "")).toBeUndefined();
  await seedDemo(database, plain);
  const key = await addDemoKey(database, "");
  expect(await findApiKeyByHash(database, hashApiKey(key ?? ""))).not.toBeNull();
  expect(await addDemoKey(database, "")).toBeUndefined();
});

test("a database in use gets no demo workspace", async () => {
  const { database } = await open();
  await makeWorkspace(database);
  expect(await seedDemo(database, plain)).toEqual({ state: "absent" });
  expect(await database.select().from(channels)).toHaveLength(0);
});

test("the demo password is noticed, and is not set where others can reach the product", async () => {
  const open1 = await open();
  await seedDemo(open1.database, plain);
  expect(await demoPasswordUsers(open1.database)).toEqual(Object.values(DEMO.emails));
  const open2 = await open();
  const seeded = await seedDemo(open2.database, { ...plain, randomPassword: true });
  expect(seeded.state === "created" && seeded.password).not.toBe(DEMO.password);
  expect(await demoPasswordUsers(open2.database)).toEqual([]);
});

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

async function open() {
  const { url, drop } = await createTestDatabase();
  const connection = connect(url, { max: 4 });
  ends.push(async () => {
    await connection.end();
    await drop();
  });
  return connection;
}
