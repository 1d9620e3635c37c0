import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { makeApiKey } from "@/db/factories";
import { openApiDocument } from "@/lib/api/openapi";
import { fanOut } from "@/lib/operations/fan-out";
import { runRedelivery } from "@/lib/operations/run-redelivery";
import type { Context } from "@/lib/operations/context";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import { startReceiver, type Receiver } from "@/scripts/receiver/start-receiver";
import { createContract, type Contract } from "./testing/contract";
import { routePaths } from "./testing/handlers";
import { startApi, type TestApi } from "./testing/start-api";

let api: TestApi;
let contract: Contract;
let receiver: Receiver;
let pipeline: Context;
beforeAll(async () => {
  [api, receiver] = await Promise.all([startApi(), startReceiver()]);
  contract = createContract(api);
  pipeline = { db: api.db, workspaceId: api.workspace.id, actor: { type: "system", name: "Pipeline" } };
});
afterAll(async () => {
  await receiver.stop();
  await api.close();
});

const good = { type: "task.created", data: catalogue["task.created"].samples.typical };

/** Calls that must succeed with this status; answers the body. */
async function succeed<T>(operationId: string, status: number, call = {}): Promise<T> {
  const answer = await contract.call(operationId, call);
  expect(answer).toMatchObject({ status });
  return answer.body as T;
}

interface WithId {
  id: string;
}
interface List<Row = WithId> {
  data: Row[];
  nextCursor: string | null;
}

test("a workspace's whole life through the API keeps to the document", async () => {
  const project = await succeed<WithId>("createProject", 201, { body: { name: "Onboarding" } });
  expect((await succeed<List>("listProjects", 200)).data).toEqual([{ ...project, archived: false }]);

  const channel = await succeed<WithId & { secret: string }>("createChannel", 201, {
    body: {
      kind: "crm",
      provider: "webhook",
      url: receiver.url("/hooks/contacts"),
      description: "Contacts",
      eventTypes: ["task.created"],
      projectIds: [project.id],
      headers: { "X-Tenant": "acme" },
      options: { locale: "de-DE", timeZone: "Europe/Berlin" },
    },
  });
  expect(channel.secret).toMatch(/^whsec_/);
  await succeed("getChannel", 200, { params: channel });
  await succeed("updateChannel", 200, {
    params: channel,
    body: { name: "Contacts", headers: { "X-Tenant": null } },
  });
  expect((await succeed<List>("listChannels", 200, { query: { kind: "crm" } })).data).toHaveLength(1);
  const tested = await succeed<{ outcome: string }>("testChannel", 200, { params: channel, body: {} });
  expect(tested.outcome).toBe("succeeded");
  await succeed("testChannel", 200, { params: channel });
  const { secret } = await succeed<{ secret: string }>("rotateSecret", 200, { params: channel });
  expect(secret).not.toBe(channel.secret);

  const event = await succeed<WithId>("sendEvents", 202, { body: { ...good, projectId: project.id } });
  const before = await succeed<{ routing: unknown[] }>("getEvent", 200, { params: event });
  expect(before.routing).toEqual([]);
  const intakes = await rawSql()<WithId[]>`select intake_id as id from events where id = ${event.id}`;
  await fanOut(pipeline, { intakeIds: intakes.map(({ id }) => id) });
  const after = await succeed<{ routing: unknown[]; deliveries: WithId[] }>("getEvent", 200, {
    params: event,
  });
  expect(after.routing).toMatchObject([{ channelId: channel.id, matched: true, reason: null }]);
  const [delivery] = after.deliveries;
  if (!delivery) throw new Error("The event has no delivery.");

  await succeed<List>("listEvents", 200, { query: { type: "task.created", projectId: project.id } });
  await succeed<List>("listDeliveries", 200, {
    query: { status: "delivered", channelId: channel.id, eventId: event.id, eventType: "task.created" },
  });
  const detail = await succeed<{ status: string; attempts: unknown[] }>("getDelivery", 200, {
    params: delivery,
  });
  expect(detail).toMatchObject({ status: "delivered", attempts: [{ number: 1, trigger: "automatic" }] });

  const again = await succeed<WithId>("retryDelivery", 202, { params: delivery });
  await runToEnd(again.id);
  const bulk = await succeed<WithId>("retryDeliveries", 202, { body: { eventType: "task.created" } });
  await runToEnd(bulk.id);
  const replayed = await succeed<WithId>("replayEvent", 202, {
    params: event,
    body: { channelIds: [channel.id] },
  });
  await runToEnd(replayed.id);
  expect(await succeed("getRedelivery", 200, { params: bulk })).toEqual({
    id: bulk.id,
    ...{ status: "finished", total: 1, done: 1, succeeded: 1, failed: 0 },
  });
  const numbers = await succeed<{ attempts: { number: number; trigger: string }[] }>("getDelivery", 200, {
    params: delivery,
  });
  expect(numbers.attempts.map(({ number, trigger }) => [number, trigger])).toEqual([
    [1, "automatic"],
    [2, "manual"],
    [3, "manual"],
    [4, "manual"],
  ]);

  await succeed("listEventTypes", 200);
  await succeed("deleteChannel", 204, { params: channel });
  expect((await succeed<{ channelName: string }>("getDelivery", 200, { params: delivery })).channelName).toBe(
    "Contacts",
  );
  expect(contract.covered).toEqual(contract.all);
});

async function runToEnd(redeliveryId: string): Promise<void> {
  while ((await runRedelivery(pipeline, { redeliveryId, runner: "test", takeOver: true })).kind === "more");
}

test("every event type's samples are accepted as the document says, and a batch of them too", async () => {
  const events = EVENT_TYPES.flatMap((type) =>
    Object.values(catalogue[type].samples).map((data) => ({ type, data })),
  );
  for (let start = 0; start < events.length; start += 100) {
    await succeed("sendEvents", 202, { body: { events: events.slice(start, start + 100) } });
  }
  for (const type of EVENT_TYPES) {
    await succeed("sendEvents", 202, { body: { type, data: catalogue[type].samples.typical } });
  }
});

describe("refusals are documented where they occur", () => {
  test("401, 403, 404, 422 and 429 of every call", async () => {
    const { key: powerless } = await makeApiKey(api.db, { workspaceId: api.workspace.id, scopes: [] });
    const { key: hasty } = await makeApiKey(api.db, { workspaceId: api.workspace.id });
    for (const operation of contract.all) {
      const params = { id: "unknown" };
      expect(await contract.call(operation, { params, key: null })).toMatchObject({ status: 401 });
      expect(await contract.call(operation, { params, key: powerless })).toMatchObject({ status: 403 });
      api.setEnv({ API_RATE_LIMIT: "1" });
      await contract.call(operation, { params, key: hasty });
      expect(await contract.call(operation, { params, key: hasty })).toMatchObject({ status: 429 });
      api.setEnv({ API_RATE_LIMIT: "5000" });
    }
  });

  test.each([
    "getEvent",
    "getChannel",
    "deleteChannel",
    "getDelivery",
    "retryDelivery",
    "getRedelivery",
    "rotateSecret",
  ])("404 of %s for unknown and malformed ids alike", async (operation) => {
    const unknown = await contract.call(operation, { params: { id: "chn_unknown" } });
    const malformed = await contract.call(operation, { params: { id: "' or \0" } });
    expect(unknown).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(malformed.status).toBe(404);
  });

  test.each([
    ["createChannel", { kind: "chat", provider: "teams" }],
    ["createChannel", { kind: "chat", provider: "pigeon", url: "https://x.example" }],
    ["createProject", {}],
    ["createProject", { name: "", color: "red" }],
    ["retryDeliveries", { status: "sideways" }],
    ["sendEvents", { type: "task.created", data: { task: {} } }],
    ["sendEvents", { type: "nope", data: {} }],
    ["sendEvents", { events: [] }],
  ])("422 of %s, where the document refuses %j as well", async (operation, body) => {
    expect(await contract.call(operation, { body, invalid: true })).toMatchObject({ status: 422 });
  });

  test("409 of a second use of an idempotency key", async () => {
    const idempotencyKey = "contract-1";
    await succeed("sendEvents", 202, { body: { ...good, idempotencyKey } });
    const other = { ...good, actorId: "somebody", idempotencyKey };
    expect(await contract.call("sendEvents", { body: other })).toMatchObject({
      status: 409,
      body: { code: "idempotency_conflict" },
    });
  });
});

test("every documented path has a route file and every route file is documented", () => {
  const documented = new Set(Object.keys(openApiDocument().paths ?? {}));
  const undocumented = routePaths.filter((path) => !documented.has(path));
  expect(undocumented).toEqual(["/api/v1/openapi.json"]);
  expect([...documented].filter((path) => !routePaths.includes(path))).toEqual([]);
});
