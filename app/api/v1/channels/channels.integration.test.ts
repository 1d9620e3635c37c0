import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  makeChannel,
  makeDelivery,
  makeEvent,
  makeInspector,
  makeProject,
  makeWorkspace,
} from "@/db/factories";
import { listAudit } from "@/db/queries/audit";
import { channels, channelSecrets, deliveries } from "@/db/schema";
import { seal, unseal } from "@/lib/secrets/seal";
import { startApi, type TestApi } from "../testing/start-api";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const hook = "http://127.0.0.1:4010/hooks/contacts-a1b2?token=in-the-query";
const webhook = { kind: "chat", provider: "webhook", url: hook };

interface Channel {
  id: string;
  secret?: string;
  [field: string]: unknown;
}

async function create(body: object): Promise<Channel> {
  const answer = await api.call("POST", "/api/v1/channels", { body });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as Channel;
}
const patch = (id: string, body: object) => api.call("PATCH", `/api/v1/channels/${id}`, { body });
const read = async (id: string) => (await api.call("GET", `/api/v1/channels/${id}`)).body as Channel;
const rowOf = async (id: string) => {
  const [row] = await api.db.select().from(channels).where(eq(channels.id, id));
  if (!row) throw new Error("no row");
  return row;
};
const faults = (body: unknown) =>
  (body as { errors: { path: string }[] }).errors.map((error) => error.path).sort();

describe("creating", () => {
  test("fills in what is left out, answers the secret once and the URL masked", async () => {
    const { secret, ...channel } = await create(webhook);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(channel).toEqual({
      id: expect.stringMatching(/^chn_/),
      kind: "chat",
      provider: "webhook",
      name: "Webhook 127.0.0.1:4010",
      description: "",
      url: "http://127.0.0.1:4010/…a1b2",
      eventTypes: [],
      projectIds: [],
      headerNames: [],
      options: {},
      enabled: true,
      health: { status: "idle", consecutiveFailures: 0, lastDeliveryAt: null, disabledReason: null },
      createdAt: expect.stringMatching(/Z$/),
    });
    expect(await read(channel.id)).toEqual(channel);
  });

  test("keeps URL, secret and header values sealed, each bound to its own row", async () => {
    const { id, secret } = await create({ ...webhook, headers: { Authorization: "Bearer of-the-crm" } });
    const { workspaceId, ...row } = await rowOf(id);
    const [stored] = await api.db.select().from(channelSecrets).where(eq(channelSecrets.channelId, id));
    const everything = JSON.stringify([row, stored]);
    for (const plain of ["contacts", "in-the-query", "of-the-crm", secret ?? ""]) {
      expect(everything).not.toContain(plain);
    }
    expect(unseal(row.urlSealed ?? "", { workspaceId, rowId: id, field: "url" })).toBe(hook);
    expect(unseal(stored?.sealed ?? "", { workspaceId, rowId: stored?.id ?? "", field: "secret" })).toBe(
      secret,
    );
  });

  test("makes no secret for Slack and Teams", async () => {
    const slack = await create({ ...webhook, provider: "slack" });
    expect(slack).not.toHaveProperty("secret");
    expect(await api.db.$count(channelSecrets, eq(channelSecrets.channelId, slack.id))).toBe(0);
  });

  test.each([
    ["null", { eventTypes: null, projectIds: null }],
    ["[]", { eventTypes: [], projectIds: [] }],
    ["absent", {}],
  ])("takes %s as every event type and every project", async (_, filters) => {
    expect(await create({ ...webhook, ...filters })).toMatchObject({ eventTypes: [], projectIds: [] });
  });

  test("keeps filters without repeats", async () => {
    const project = await makeProject(api.db, { workspaceId: api.workspace.id });
    const filters = {
      eventTypes: ["task.created", "task.created", "channel.disabled"],
      projectIds: [project.id, project.id],
    };
    expect(await create({ ...webhook, ...filters })).toMatchObject({
      eventTypes: ["task.created", "channel.disabled"],
      projectIds: [project.id],
    });
  });

  test("can leave it switched off", async () => {
    const { health } = await create({ ...webhook, enabled: false });
    expect(health).toMatchObject({ status: "disabled", disabledReason: "manual" });
  });

  test("stores only the token of an inspector of this workspace, under each name of this machine", async () => {
    const { token } = await makeInspector(api.db, { workspaceId: api.workspace.id });
    for (const host of ["127.0.0.1", "localhost"]) {
      const { id } = await create({ ...webhook, url: `http://${host}:3999/api/inspector/${token}` });
      expect(await rowOf(id)).toMatchObject({ inspectorToken: token, urlSealed: null });
    }
  });

  test("names every wrong field at once and stores nothing", async () => {
    const other = await makeWorkspace(api.db);
    const foreign = await makeProject(api.db, { workspaceId: other.id });
    const before = await api.db.$count(channels);
    const { status, body } = await api.call("POST", "/api/v1/channels", {
      body: {
        kind: "crm",
        provider: "slack",
        url: "http://10.0.0.1/",
        name: "two\nlines",
        eventTypes: ["task.created", "task.exploded"],
        projectIds: [foreign.id],
        headers: { "Content-Length": "1" },
        options: { timeZone: "Mars/Olympus", locale: "not a tag" },
      },
    });
    expect(status).toBe(422);
    expect(faults(body)).toEqual([
      "eventTypes.1",
      "headers",
      "headers.Content-Length",
      "name",
      "options.locale",
      "options.timeZone",
      "projectIds.0",
      "provider",
      "url",
    ]);
    expect(await api.db.$count(channels)).toBe(before);
  });

  test.each([
    ["no URL", "hooks"],
    ["another scheme", "ftp://example.com/x"],
    ["a private address", "https://10.0.0.1/x"],
    ["a metadata address in hexadecimal", "https://0xa9fea9fe/latest"],
    ["user info", "https://user:s3cr3t@example.com/x"],
    ["a masked URL", "https://hooks.example.com/…a1b2"],
    ["an inspector that does not exist", "http://127.0.0.1:3999/api/inspector/nobody"],
  ])("refuses %s with a remedy and without repeating it", async (_, url) => {
    const { status, body } = await api.call("POST", "/api/v1/channels", { body: { ...webhook, url } });
    expect(status).toBe(422);
    expect(faults(body)).toEqual(["url"]);
    expect(JSON.stringify(body)).not.toContain("s3cr3t");
  });

  test.each(["id", "workspaceId", "secret", "health", "createdAt", "inspectorToken", "urlSealed"])(
    "refuses %s, which is not the caller's to set",
    async (field) => {
      const { status, body } = await api.call("POST", "/api/v1/channels", {
        body: { ...webhook, [field]: "x" },
      });
      expect(status).toBe(422);
      expect(faults(body)).toEqual([field]);
    },
  );
});

describe("changing", () => {
  test("leaves alone what is not named, the URL first of all", async () => {
    const { id } = await create({ ...webhook, headers: { "X-A": "1", "X-B": "2" } });
    const before = await rowOf(id);
    expect(await patch(id, { name: "  Contacts  " })).toMatchObject({
      status: 200,
      body: { name: "Contacts" },
    });
    const after = await rowOf(id);
    expect(after).toEqual({ ...before, name: "Contacts", updatedAt: after.updatedAt });
  });

  test("refuses the masked URL that it answered itself", async () => {
    const { id, url } = await create(webhook);
    expect(await patch(id, { url: url as string })).toMatchObject({ status: 422 });
    expect(await patch(id, { url: "http://127.0.0.1:4010/elsewhere/1234" })).toMatchObject({
      status: 200,
      body: { url: "http://127.0.0.1:4010/…1234" },
    });
  });

  test("sets, removes and keeps single headers, whatever their case", async () => {
    const { id } = await create({ ...webhook, headers: { "X-A": "1", "X-B": "2", "X-C": "3" } });
    const { body } = await patch(id, { headers: { "x-a": "new", "X-B": null } });
    expect((body as Channel).headerNames).toEqual(["X-C", "x-a"]);
    const { workspaceId, headersSealed } = await rowOf(id);
    const opened = unseal(headersSealed ?? "", { workspaceId, rowId: id, field: "headers" });
    expect(JSON.parse(opened)).toEqual({ "X-C": "3", "x-a": "new" });
  });

  test("heals headers that can't be opened any more by replacing them", async () => {
    const { id } = await create({ ...webhook, headers: { "X-A": "1" } });
    const elsewhere = seal("{}", { workspaceId: api.workspace.id, rowId: "another", field: "headers" });
    await api.db.update(channels).set({ headersSealed: elsewhere }).where(eq(channels.id, id));
    expect(await patch(id, { headers: { "X-A": "2" } })).toMatchObject({ status: 200 });
  });

  test.each([
    ["kind", "crm"],
    ["provider", "slack"],
    ["id", "chn_x"],
  ])("refuses to change %s", async (field, value) => {
    const { id } = await create(webhook);
    const { status, body } = await patch(id, { [field]: value });
    expect(status).toBe(422);
    expect(faults(body)).toEqual([field]);
  });

  test("one wrong field leaves everything as it was", async () => {
    const { id } = await create(webhook);
    const before = await rowOf(id);
    expect(await patch(id, { name: "New", eventTypes: ["nope"] })).toMatchObject({ status: 422 });
    expect(await patch(id, { name: "New", headers: { Host: "x" } })).toMatchObject({ status: 422 });
    expect(await rowOf(id)).toEqual(before);
  });

  test("switching off cancels what waits; switching on forgets the failures", async () => {
    const { id } = await create(webhook);
    const waiting = await deliveryFor(id, { status: "retrying", nextAttemptAt: new Date() });
    const done = await deliveryFor(id, { status: "failed", finishedAt: new Date() });
    await api.db
      .update(channels)
      .set({ consecutiveFailures: 3, firstFailureAt: new Date() })
      .where(eq(channels.id, id));

    expect((await patch(id, { enabled: false })).body).toMatchObject({
      enabled: false,
      health: { status: "disabled", disabledReason: "manual", consecutiveFailures: 3 },
    });
    expect(await statusOf(waiting)).toEqual({
      status: "cancelled",
      nextAttemptAt: null,
      finishedAt: expect.any(Date),
    });
    expect(await statusOf(done)).toMatchObject({ status: "failed" });
    expect((await patch(id, { enabled: true })).body).toMatchObject({
      enabled: true,
      health: { status: "healthy", disabledReason: null, consecutiveFailures: 0 },
    });
    expect(await rowOf(id)).toMatchObject({ firstFailureAt: null, disabledAt: null });
  });

  test("switching on what is on already forgets nothing", async () => {
    const { id } = await create(webhook);
    await api.db.update(channels).set({ consecutiveFailures: 3 }).where(eq(channels.id, id));
    expect((await patch(id, { enabled: true })).body).toMatchObject({ health: { consecutiveFailures: 3 } });
  });
});

async function deliveryFor(
  channelId: string,
  values: Partial<typeof deliveries.$inferInsert>,
): Promise<string> {
  const event = await makeEvent(api.db, { workspaceId: api.workspace.id });
  const delivery = await makeDelivery(api.db, { event, channel: await rowOf(channelId), ...values });
  return delivery.id;
}

async function statusOf(id: string) {
  const { status, nextAttemptAt, finishedAt } = deliveries;
  const [row] = await api.db
    .select({ status, nextAttemptAt, finishedAt })
    .from(deliveries)
    .where(eq(deliveries.id, id));
  return row;
}

describe("deleting", () => {
  test("hides the channel, cancels what waits, forgets the credentials and keeps past deliveries readable", async () => {
    const { id } = await create({ ...webhook, headers: { "X-A": "1" } });
    const waiting = await deliveryFor(id, { status: "pending" });
    const past = await deliveryFor(id, { status: "delivered", finishedAt: new Date() });
    expect(await api.call("DELETE", `/api/v1/channels/${id}`)).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect(await api.call("GET", `/api/v1/channels/${id}`)).toMatchObject({ status: 404 });
    expect(await api.call("DELETE", `/api/v1/channels/${id}`)).toMatchObject({ status: 404 });
    expect(await patch(id, { name: "x" })).toMatchObject({ status: 404 });
    expect(await statusOf(waiting)).toMatchObject({ status: "cancelled" });
    expect(await api.call("GET", `/api/v1/deliveries/${past}`)).toMatchObject({
      status: 200,
      body: { channelId: id, channelName: "Webhook 127.0.0.1:4010" },
    });
    expect(await rowOf(id)).toMatchObject({ urlSealed: null, headersSealed: null, inspectorToken: null });
    expect(await api.db.$count(channelSecrets, eq(channelSecrets.channelId, id))).toBe(0);
  });
});

describe("rotating the secret", () => {
  const secretsOf = (id: string) =>
    api.db
      .select()
      .from(channelSecrets)
      .where(eq(channelSecrets.channelId, id))
      .orderBy(channelSecrets.createdAt, channelSecrets.id);
  const rotate = (id: string) => api.call("POST", `/api/v1/channels/${id}/secret/rotate`);

  test("answers the new one and lets the old one sign for another 24 hours", async () => {
    const { id } = await create(webhook);
    const before = Date.now();
    const { status, body } = await rotate(id);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { secret: expect.stringMatching(/^whsec_/) },
    });
    const [old, current] = await secretsOf(id);
    expect(current?.expiresAt).toBeNull();
    const overlap = (old?.expiresAt?.getTime() ?? 0) - before;
    expect(overlap).toBeGreaterThanOrEqual(86_400_000);
    expect(overlap).toBeLessThan(86_400_000 + 60_000);
  });

  test("again and again keeps four old ones signing, the newest", async () => {
    const { id } = await create(webhook);
    for (let i = 0; i < 6; i += 1) await rotate(id);
    const now = Date.now();
    const signing = (await secretsOf(id)).filter(
      ({ expiresAt }) => !expiresAt || expiresAt.getTime() > now + 1000,
    );
    expect(signing).toHaveLength(5);
    expect(signing.filter(({ expiresAt }) => expiresAt === null)).toHaveLength(1);
  });

  test("at the same time leaves exactly one current secret", async () => {
    const { id } = await create(webhook);
    await Promise.all(Array.from({ length: 5 }, () => rotate(id)));
    expect((await secretsOf(id)).filter(({ expiresAt }) => expiresAt === null)).toHaveLength(1);
  });

  test("is refused where nothing is signed", async () => {
    const { id } = await create({ ...webhook, provider: "teams" });
    expect(await rotate(id)).toMatchObject({ status: 409, body: { code: "conflict" } });
  });
});

test("every change is in the audit trail, with who and from where, and without URL, secret or header value", async () => {
  const { id, secret } = await create({ ...webhook, headers: { "X-A": "of-the-crm" } });
  await patch(id, { name: "Renamed", enabled: false });
  await patch(id, { enabled: true });
  await patch(id, { enabled: true });
  await api.call("POST", `/api/v1/channels/${id}/secret/rotate`);
  await api.call("DELETE", `/api/v1/channels/${id}`, {
    headers: { "x-forwarded-for": "203.0.113.9", "user-agent": "terraform" },
  });
  const { rows } = await listAudit(api.db, api.workspace.id, { targetId: id }, { limit: 50 });
  expect(rows.map((row) => row.action)).toEqual([
    "channel.deleted",
    "secret.rotated",
    "channel.enabled",
    "channel.disabled",
    "channel.updated",
    "channel.created",
  ]);
  expect(rows[0]).toMatchObject({
    actorType: "api_key",
    actorName: "Platform services",
    address: "203.0.113.9",
    userAgent: "terraform",
    targetName: "Renamed",
  });
  expect(rows.at(-2)).toMatchObject({
    before: { name: "Webhook 127.0.0.1:4010" },
    after: { name: "Renamed" },
  });
  const trail = JSON.stringify(rows);
  for (const plain of ["in-the-query", "contacts", "of-the-crm", secret ?? ""])
    expect(trail).not.toContain(plain);
});

test("health tells the last finished delivery and leaves tests out", async () => {
  const channel = await makeChannel(api.db, { workspaceId: api.workspace.id, consecutiveFailures: 2 });
  const finishedAt = new Date("2026-06-05T10:00:00Z");
  await deliveryFor(channel.id, { status: "failed", finishedAt });
  await deliveryFor(channel.id, { status: "delivered", finishedAt: new Date(), test: true });
  await deliveryFor(channel.id, { status: "pending" });
  expect((await read(channel.id)).health).toEqual({
    status: "failing",
    consecutiveFailures: 2,
    lastDeliveryAt: finishedAt.toISOString(),
    disabledReason: null,
  });
});
