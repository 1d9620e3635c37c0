import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { createTestDatabase } from "@/db/testing/database";
import { verifyPassword } from "@/lib/auth/password";
import { resetEnv } from "@/lib/env";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import { unseal } from "@/lib/secrets/seal";
import * as make from "./factories";

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  process.env.ENCRYPTION_KEY = Buffer.alloc(32, 1).toString("base64");
  resetEnv();
  const { url, drop } = await createTestDatabase();
  const connection = connect(url, { max: 2 });
  db = connection.database;
  close = async () => {
    await connection.end();
    await drop();
  };
});
afterAll(() => close());

test("every maker's defaults fit together: from workspace to attempt", async () => {
  const { id: workspaceId } = await make.makeWorkspace(db);
  const event = await make.makeEvent(db, { workspaceId });
  const channel = await make.makeChannel(db, { workspaceId });
  const delivery = await make.makeDelivery(db, { event, channel });
  const attempt = await make.makeAttempt(db, { delivery });
  expect(attempt).toMatchObject({ deliveryId: delivery.id, number: 1, workspaceId });
  expect(delivery).toMatchObject({ status: "pending", provider: "webhook", channelName: channel.name });
});

test("an event's default data passes its type's schema, for every type", async () => {
  const { id: workspaceId } = await make.makeWorkspace(db);
  for (const type of EVENT_TYPES) {
    const { data } = await make.makeEvent(db, { workspaceId, type });
    expect(catalogue[type].schema.safeParse(JSON.parse(data)).success).toBe(true);
  }
});

test("a channel's URL opens for its own row, and only signed providers have a secret", async () => {
  const { id: workspaceId } = await make.makeWorkspace(db);
  const url = "https://hooks.example.com/a/long/path";
  const webhook = await make.makeChannel(db, { workspaceId, url });
  const slack = await make.makeChannel(db, { workspaceId, provider: "slack" });
  expect(unseal(webhook.urlSealed ?? "", { workspaceId, rowId: webhook.id, field: "url" })).toBe(url);
  expect(webhook.secret).toMatch(/^whsec_/);
  expect(slack.secret).toBeNull();
});

test("a user signs in with the password that was asked for", async () => {
  const user = await make.makeUser(db, { password: "a good one" });
  expect(await verifyPassword(user.passwordHash, "a good one")).toBe(true);
});
