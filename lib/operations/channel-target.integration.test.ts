import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { makeWorkspace } from "@/db/factories";
import { channels } from "@/db/schema";
import { createTestDatabase } from "@/db/testing/database";
import { resetEnv } from "@/lib/env";
import { Invalid } from "@/lib/errors";
import { PROVIDER_IDS, type ProviderId } from "@/lib/providers/provider";
import { unseal } from "@/lib/secrets/seal";
import type { Context } from "./context";
import { createChannel } from "./create-channel";
import { ACCEPTED_URLS, REFUSED_URLS } from "./testing/refused-urls";
import { updateChannel } from "./update-channel";

const OWN = "http://127.0.0.1:3999";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let clients: ReturnType<typeof connect>;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  vi.stubEnv("ENCRYPTION_KEY", randomBytes(32).toString("base64"));
  vi.stubEnv("EGRESS_ALLOW", "127.0.0.0/8");
  vi.stubEnv("APP_URL", OWN);
  resetEnv();
  clients = connect(database.url, { max: 4 });
  const { id } = await makeWorkspace(clients.database);
  const actor = { type: "user", id: "usr_1", name: "Olga", role: "owner" } as const;
  ctx = { db: clients.database, workspaceId: id, actor };
});
afterAll(async () => {
  await clients.end();
  await database.drop();
  vi.unstubAllEnvs();
  resetEnv();
});

const create = (provider: ProviderId, url: string) => createChannel(ctx, { kind: "chat", provider, url });

async function storedUrl(id: string): Promise<string> {
  const [row] = await ctx.db.select().from(channels).where(eq(channels.id, id));
  return unseal(row?.urlSealed ?? "", { workspaceId: ctx.workspaceId, rowId: id, field: "url" });
}

test.each(REFUSED_URLS)(
  "for $provider, $fault is refused with its remedy",
  async ({ provider, url, message }) => {
    const before = await ctx.db.$count(channels);
    const refusal: unknown = await create(provider, url.replace("{own}", OWN)).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    expect((refusal as Invalid).errors).toEqual([{ path: "url", message }]);
    expect(JSON.stringify(refusal)).not.toMatch(/pa55word|Ab-_c/);
    expect(await ctx.db.$count(channels)).toBe(before);
  },
);

test.each(PROVIDER_IDS)(
  "what %s hands out is kept letter for letter, an explicit port too",
  async (provider) => {
    const url = ACCEPTED_URLS[provider];
    const { channel } = await create(provider, `  ${url}\n`);
    expect(await storedUrl(channel.id)).toBe(url);
  },
);

test("the masked URL shows host and port as they were entered", async () => {
  const { channel } = await create("teams", ACCEPTED_URLS.teams);
  expect(channel.url).toBe("https://0123456789abcdef.ef.environment.api.powerplatform.com:443/…voke");
});

test.each([
  [
    "a fragment, which no request carries",
    "https://Crm.example/Hook?a=b#part-2",
    "https://Crm.example/Hook?a=b",
  ],
  ["line breaks that came with copying", "https://crm.example/ho\r\nok", "https://crm.example/hook"],
])("%s is left out of what is kept", async (_, entered, kept) => {
  const { channel } = await create("webhook", entered);
  expect(await storedUrl(channel.id)).toBe(kept);
  await updateChannel(ctx, { id: channel.id, changes: { url: `${entered}#again` } });
  expect(await storedUrl(channel.id)).toBe(kept);
});
