import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { makeChannel, makeDelivery, makeEvent, makeWorkspace } from "@/db/factories";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { channelActivity } from "./channel-activity";
import { disabledChannels } from "./disabled-channels";

let server: TestDatabase;
let client: ReturnType<typeof connect>;
beforeAll(async () => {
  process.env.ENCRYPTION_KEY ??= Buffer.alloc(32, 7).toString("base64");
  server = await createTestDatabase();
  client = connect(server.url, { max: 2 });
});
afterAll(async () => {
  await client.end();
  await server.drop();
});

const until = new Date("2026-03-08T00:00:00Z");
const since = new Date("2026-03-01T00:00:00Z");
const week = { since, until, parts: 28 };
const HOUR = 60 * 60 * 1000;

async function ended(
  channel: Awaited<ReturnType<typeof makeChannel>>,
  at: number,
  status: DeliveryStatus,
  values = {},
) {
  const event = await makeEvent(client.database, { workspaceId: channel.workspaceId });
  await makeDelivery(client.database, { event, channel, status, createdAt: new Date(at), ...values });
}

test("each channel's deliveries are counted by how they ended and when; tests, open and cancelled ones and foreign channels are not", async () => {
  const db = client.database;
  const { id: workspaceId } = await makeWorkspace(db);
  const one = await makeChannel(db, { workspaceId });
  const other = await makeChannel(db, { workspaceId });
  const foreign = await makeChannel(db, { workspaceId: (await makeWorkspace(db)).id });
  await ended(one, since.getTime(), "delivered");
  await ended(one, since.getTime() + 6 * HOUR, "failed");
  await ended(one, until.getTime() - 1, "delivered");
  await ended(one, until.getTime() - 2, "delivered");
  await ended(one, since.getTime() - 1, "failed");
  for (const status of ["pending", "retrying", "cancelled"] as const)
    await ended(one, since.getTime() + HOUR, status);
  await ended(one, since.getTime() + HOUR, "failed", { test: true });
  await ended(foreign, since.getTime() + HOUR, "failed");
  const found = await channelActivity(db, workspaceId, [one.id, other.id, foreign.id], week);
  expect(found).toMatchObject([{ channelId: one.id, since, partial: false, delivered: 3, failed: 1 }]);
  const parts = found[0]?.parts ?? [];
  expect(parts).toHaveLength(28);
  expect([parts[0], parts[1], parts[27]]).toEqual([
    { delivered: 1, failed: 0 },
    { delivered: 0, failed: 1 },
    { delivered: 2, failed: 0 },
  ]);
});

test("a list of 50 channels with 3,000 deliveries each is read soon, from the index, and says where it begins", async () => {
  const db = client.database;
  const { id: workspaceId } = await makeWorkspace(db);
  const made = await Promise.all(Array.from({ length: 50 }, () => makeChannel(db, { workspaceId })));
  const event = await makeEvent(db, { workspaceId });
  await client.raw`alter table deliveries disable trigger all`;
  await client.raw`
    insert into deliveries (id, workspace_id, event_id, channel_id, channel_name, provider, event_type, status,
      max_attempts, created_at)
    select c || '_' || n, ${workspaceId}, ${event.id} || n, c, 'Many', 'webhook', 'task.created',
      case when n % 10 = 0 then 'failed' else 'delivered' end, 6, ${until}::timestamptz - n * interval '1 minute'
    from unnest(${made.map(({ id }) => id)}::text[]) c, generate_series(1, 3000) n`;
  await client.raw`analyze deliveries`;
  const ids = made.map(({ id }) => id);
  await channelActivity(db, workspaceId, ids, week);
  const began = performance.now();
  const found = await channelActivity(db, workspaceId, ids, week);
  const took = performance.now() - began;
  expect(found).toHaveLength(50);
  expect(found[0]).toMatchObject({ partial: true, delivered: 1_800, failed: 200 });
  expect(found[0]?.since).toEqual(new Date(until.getTime() - 2_000 * 60_000));
  // Some 200 ms on two busy cores; the room is for busier ones.
  expect(took).toBeLessThan(3_000);
});

test("only channels that the product has switched off count as disabled, the newest such first", async () => {
  const db = client.database;
  const { id: workspaceId } = await makeWorkspace(db);
  const off = (values: object) => makeChannel(db, { workspaceId, enabled: false, ...values });
  const older = await off({ disabledReason: "failures", disabledAt: new Date("2026-03-01T00:00:00Z") });
  const newer = await off({
    disabledReason: "gone",
    disabledAt: new Date("2026-03-02T00:00:00Z"),
    kind: "crm",
  });
  await off({ disabledReason: "manual", disabledAt: new Date() });
  await off({ disabledReason: "gone", disabledAt: new Date(), deletedAt: new Date() });
  await makeChannel(db, { workspaceId });
  expect((await disabledChannels(client.raw, workspaceId)).map(({ id }) => id)).toEqual([newer.id, older.id]);
});
