import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { makeApiKey, makeChannel, makeDelivery, makeEvent, makeUser, makeWorkspace } from "@/db/factories";
import { getApiKey } from "@/db/queries/api-keys";
import { apiKeys, channels } from "@/db/schema";
import { endpoints } from "@/lib/api/endpoints";
import { SCOPES, type Scope } from "@/lib/auth/roles";
import { catalogue } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";
import { createApiKey } from "@/lib/operations/create-api-key";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { startRedelivery } from "@/lib/operations/start-redelivery";
import { routePaths } from "./testing/handlers";
import { startApi, type TestApi } from "./testing/start-api";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Bodies with which a call gets past its schema. */
const BODIES: Record<string, object> = {
  sendEvents: { type: "task.created", data: catalogue["task.created"].samples.typical },
  createChannel: { kind: "chat", provider: "webhook", url: "http://127.0.0.1:4010/hook" },
  updateChannel: { name: "Another name" },
  createProject: { name: "Another project" },
};

const target = (path: string, id: string) => path.replace("{id}", id);
const owner = (workspaceId: string): Context => ({
  db: api.db,
  workspaceId,
  actor: { type: "user", id: "usr_1", name: "Robin Vale", role: "owner" },
});

describe("scopes: what a key may do is what its scopes say", () => {
  const combinations: Scope[][] = [
    [],
    ...SCOPES.map((scope) => [scope]),
    ["events:write", "read"],
    [...SCOPES],
  ];

  test.each(combinations.map((scopes) => [scopes.join(" + ") || "no scope", scopes] as const))(
    "%s",
    async (_, scopes) => {
      const { key } = await makeApiKey(api.db, { workspaceId: api.workspace.id, scopes });
      for (const { id, method, path, scope } of endpoints) {
        const { status, body } = await api.call(method, target(path, "unknown"), { key, body: BODIES[id] });
        if (scopes.includes(scope)) expect(status, id).not.toBe(403);
        else expect({ id, status, body }).toMatchObject({ id, status: 403, body: { code: "missing_scope" } });
      }
    },
  );
});

describe("tenants: another workspace's things read as absent and stay untouched", () => {
  test("every call with a foreign id answers exactly what it answers for an unknown one", async () => {
    const foreign = await foreignThings();
    for (const { id, method, path } of endpoints.filter((endpoint) => endpoint.path.includes("{id}"))) {
      const body = BODIES[id];
      for (const foreignId of Object.values(foreign)) {
        const unknown = await api.call(method, target(path, "unknown"), { body });
        const answer = await api.call(method, target(path, foreignId), { body });
        expect({ id, status: answer.status, body: answer.body }).toEqual({
          id,
          status: 404,
          body: unknown.body,
        });
      }
    }
    const [channel] = await api.db.select().from(channels).where(eq(channels.id, foreign.channel));
    expect(channel).toMatchObject({ deletedAt: null, name: "Webhook" });
  });

  test("lists, also when narrowed to foreign ids, show nothing of it", async () => {
    const foreign = await foreignThings();
    for (const query of [
      "events",
      "channels",
      "deliveries",
      "projects",
      `deliveries?channelId=${foreign.channel}`,
      `deliveries?eventId=${foreign.event}`,
    ]) {
      const { status, body } = await api.call("GET", `/api/v1/${query}`);
      expect(status).toBe(200);
      for (const id of Object.values(foreign)) expect(JSON.stringify(body)).not.toContain(id);
    }
  });

  test("a foreign channel in a replay is refused like an unknown one", async () => {
    const { channel } = await foreignThings();
    const event = await makeEvent(api.db, { workspaceId: api.workspace.id });
    const replay = (id: string) =>
      api.call("POST", `/api/v1/events/${event.id}/replay`, { body: { channelIds: [id] } });
    const unknown = await replay("chn_unknown");
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: "channelIds.0" }] } });
    expect(await replay(channel)).toMatchObject({ status: 422, body: unknown.body });
  });

  async function foreignThings() {
    const { id: workspaceId } = await makeWorkspace(api.db);
    const channel = await makeChannel(api.db, { workspaceId });
    const event = await makeEvent(api.db, { workspaceId, plannedAt: new Date() });
    const delivery = await makeDelivery(api.db, { event, channel, status: "failed", finishedAt: new Date() });
    const { id: redelivery } = await startRedelivery(owner(workspaceId), { deliveryIds: [delivery.id] });
    return { channel: channel.id, event: event.id, delivery: delivery.id, redelivery };
  }
});

describe("keys", () => {
  const read = (key: string) => api.call("GET", "/api/v1/channels", { key });

  test("a key made in the dashboard works at once, is stored as a hash, and ends at once when it is revoked", async () => {
    const ctx = owner(api.workspace.id);
    const { apiKey, key } = await createApiKey(ctx, { name: "CI", scopes: ["read"] });
    expect(await read(key)).toMatchObject({ status: 200 });
    expect(JSON.stringify(await api.db.select().from(apiKeys))).not.toContain(key.slice(3));
    await revokeApiKey(ctx, apiKey);
    expect(await read(key)).toMatchObject({ status: 401, body: { code: "revoked_api_key" } });
  });

  test("a key expires to the moment", async () => {
    const expiresAt = new Date(Date.now() + 400);
    const { key } = await makeApiKey(api.db, { workspaceId: api.workspace.id, expiresAt });
    expect(await read(key)).toMatchObject({ status: 200 });
    while (Date.now() < expiresAt.getTime()) await read(key);
    expect(await read(key)).toMatchObject({ status: 401, body: { code: "expired_api_key" } });
  });

  test("a key that somebody chose is as good as any", async () => {
    const { key } = await makeApiKey(api.db, { workspaceId: api.workspace.id, key: "ck_local-1" });
    expect(await read(key)).toMatchObject({ status: 200 });
  });

  test("its use is noted, and not again within a minute", async () => {
    const { id, key } = await makeApiKey(api.db, { workspaceId: api.workspace.id });
    await read(key);
    const first = (await getApiKey(api.db, api.workspace.id, id))?.lastUsedAt;
    expect(first).toBeInstanceOf(Date);
    await read(key);
    expect((await getApiKey(api.db, api.workspace.id, id))?.lastUsedAt).toEqual(first);
  });

  test("a refusal tells how to authenticate", async () => {
    const { headers } = await api.call("GET", "/api/v1/channels", { key: null });
    expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  test("a session's cookie is no key", async () => {
    await makeUser(api.db);
    const headers = { cookie: "next-auth.session-token=x" };
    expect(await api.call("GET", "/api/v1/channels", { key: null, headers })).toMatchObject({ status: 401 });
  });
});

describe("methods and paths", () => {
  test("every other method of every path is 405 with Allow, before anything is asked", async () => {
    for (const path of routePaths) {
      const allowed: string[] = endpoints
        .filter((endpoint) => endpoint.path === path)
        .map(({ method }) => method);
      if (path.endsWith("openapi.json")) allowed.push("GET");
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter(
        (name) => !allowed.includes(name),
      )) {
        const { status, headers, body } = await api.call(method, target(path, "x"), { key: null });
        expect({ path, method, status, body }).toMatchObject({
          status: 405,
          body: { code: "method_not_allowed" },
        });
        expect(headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(allowed));
      }
    }
  });

  test("OPTIONS tells the methods and grants no origin anything", async () => {
    const { status, headers } = await api.call("OPTIONS", "/api/v1/channels", {
      headers: { origin: "https://evil.example" },
    });
    expect(status).toBe(204);
    expect(headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("an unknown path is 404 as a problem", async () => {
    const { status, headers, body } = await api.call("GET", "/api/v1/nope");
    expect({ status, body }).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("when the database is away", () => {
  test("every call is 503 with Retry-After, says nothing of it, and works again afterwards", async () => {
    const clients = Reflect.get(globalThis, "carillonClients");
    // A port at which nothing listens.
    const gone = connect("postgres://nobody:s3cr3t@127.0.0.1:1/nothing", { max: 1 });
    Object.assign(globalThis, { carillonClients: gone });
    const { key } = await makeApiKey(api.db, { workspaceId: api.workspace.id });
    try {
      for (const { id, method, path } of endpoints) {
        const answer = await api.call(method, target(path, "unknown"), { key, body: BODIES[id] });
        expect({ id, ...answer }).toMatchObject({ status: 503, body: { code: "unavailable" } });
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        expect(JSON.stringify(answer.body)).not.toMatch(/s3cr3t|127\.0\.0\.1:1\b|ECONN/);
      }
    } finally {
      Object.assign(globalThis, { carillonClients: clients });
      await gone.end();
    }
    expect(await api.call("GET", "/api/v1/channels", { key })).toMatchObject({ status: 200 });
  });
});
