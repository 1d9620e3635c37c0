import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { makeChannel, makeInspector, makeWorkspace } from "@/db/factories";
import { insertInspectorRequest } from "@/db/queries/inspectors";
import { inspectorRequests } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { resetEnv } from "@/lib/env";
import { signWebhook } from "@/lib/http/sign";
import { newId } from "@/lib/ids";
import { readInspector } from "./read-inspector";

let server: TestDatabase;
let connection: ReturnType<typeof connect>;
let database: Database;

beforeAll(async () => {
  process.env.ENCRYPTION_KEY = Buffer.alloc(32, 1).toString("base64");
  resetEnv();
  server = await createTestDatabase();
  connection = connect(server.url, { max: 2 });
  database = connection.database;
});

afterAll(async () => {
  await connection.end();
  await server.drop();
});

const body = '{"id":"evt_1","type":"task.created"}';

async function receive(token: string, headers: Record<string, string>, text = body): Promise<void> {
  await insertInspectorRequest(database, { token, method: "POST", headers, body: text }, 200);
}

const sign = (secret: string, now = new Date()) =>
  signWebhook({ body, deliveryId: "whd_1", secrets: [secret], now });

test("says of each request whether the signature is that of a channel that sends here", async () => {
  const { id: workspaceId } = await makeWorkspace(database);
  const { token } = await makeInspector(database, { workspaceId });
  const { secret } = await makeChannel(database, { workspaceId, inspectorToken: token });
  const other = await makeChannel(database, { workspaceId });
  if (secret === null || other.secret === null) throw new Error("Webhook channels have secrets.");
  await receive(token, sign(secret));
  await receive(token, sign(secret), `${body} `);
  await receive(token, sign(other.secret));
  await receive(token, sign(secret, new Date(Date.now() - 3_600_000)));
  await receive(token, { "content-type": "application/json" });
  const reading = await readInspector(database, { token });
  expect(reading?.requests.map(({ signature }) => signature)).toEqual([
    "unsigned",
    "wrong",
    "wrong",
    "wrong",
    "verified",
  ]);
});

test("judges a signature as of its arrival, not as of today", async () => {
  const { id: workspaceId } = await makeWorkspace(database);
  const { token } = await makeInspector(database, { workspaceId });
  const { secret } = await makeChannel(database, { workspaceId, inspectorToken: token });
  if (secret === null) throw new Error("Webhook channels have secrets.");
  const lastWeek = new Date(Date.now() - 7 * 86_400_000);
  await database.insert(inspectorRequests).values({
    ...{ id: newId("inspectorRequest"), token, method: "POST", body },
    ...{ headers: sign(secret, lastWeek), receivedAt: lastWeek },
  });
  expect((await readInspector(database, { token }))?.requests).toMatchObject([{ signature: "verified" }]);
});

test.each(["unknown", "../etc", "a\0b", ""])("finds nothing under the token %j", async (token) => {
  expect(await readInspector(database, { token })).toBeNull();
});

test("is closed once its time is over", async () => {
  const { id: workspaceId } = await makeWorkspace(database);
  const expiresAt = new Date(Date.now() - 1000);
  const { token } = await makeInspector(database, { workspaceId, expiresAt });
  expect(await readInspector(database, { token })).toBeNull();
});
