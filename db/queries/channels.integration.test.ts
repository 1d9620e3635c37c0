import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { makeChannel, makeWorkspace } from "@/db/factories";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { channelPage, listChannels } from "./channels";

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

test("every channel of a kind is on the page that its link opens, also where many were made at once", async () => {
  const db = client.database;
  const { id: workspaceId } = await makeWorkspace(db);
  const made = [];
  for (let number = 0; number < 7; number += 1) {
    const createdAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(number / 3)));
    made.push(await makeChannel(db, { workspaceId, kind: "chat", createdAt }));
  }
  await makeChannel(db, { workspaceId, kind: "crm" });
  const pages = new Set<string | undefined>();
  for (const { id } of made) {
    const cursor = await channelPage(db, workspaceId, { kind: "chat", id }, 3);
    pages.add(cursor);
    const { rows } = await listChannels(db, workspaceId, { kind: "chat" }, { limit: 3, cursor });
    expect(rows.map((row) => row.id)).toContain(id);
  }
  expect(pages.size).toBe(3);
  expect(await channelPage(db, workspaceId, { kind: "chat", id: "chn_unknown" }, 3)).toBeUndefined();
});
