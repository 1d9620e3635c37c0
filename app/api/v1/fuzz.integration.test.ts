import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeChannel, makeDelivery, makeEvent } from "@/db/factories";
import { endpoints } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/api/endpoint";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { createContract, type Contract } from "./testing/contract";
import { startApi, type TestApi } from "./testing/start-api";

let api: TestApi;
let contract: Contract;
let ids: string[];
beforeAll(async () => {
  api = await startApi();
  contract = createContract(api);
  const { id: workspaceId } = api.workspace;
  const channel = await makeChannel(api.db, { workspaceId });
  const event = await makeEvent(api.db, { workspaceId, plannedAt: new Date() });
  const delivery = await makeDelivery(api.db, { event, channel, status: "failed", finishedAt: new Date() });
  ids = [channel.id, event.id, delivery.id];
});
afterAll(() => api.close());

// Every unit of UTF-16: NUL, control characters and halves of surrogate pairs too.
const anyText = fc
  .string({ unit: "binary", maxLength: 40 })
  .map((text) => text + "\ud800".repeat(text.length % 2));
const anyJson = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 });
/** Whatever a path can carry; half a pair can't be percent-encoded. */
const anyId = () => fc.oneof(fc.constantFrom(...ids), fc.string({ unit: "grapheme" }), fc.constant("a\0b"));

/** Fields that the schemas know, with values that they may or may not like. */
const likelyBody = fc.record(
  {
    type: fc.oneof(fc.constantFrom<string>(...EVENT_TYPES), anyText),
    data: fc.oneof(fc.record({ task: anyJson, course: anyJson, id: anyText }, { requiredKeys: [] }), anyJson),
    projectId: fc.oneof(anyText, anyJson),
    createdAt: fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom(
        "2026-06-05",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z",
        "2026-06-05T00:00:00+23:59",
      ),
      anyText,
    ),
    idempotencyKey: anyText,
    kind: fc.constantFrom("chat", "crm", "x"),
    provider: fc.constantFrom("teams", "slack", "webhook", "x"),
    url: fc.oneof(
      fc.webUrl({ validSchemes: ["http"], authoritySettings: { withPort: true } }).map(onLoopback),
      anyText,
    ),
    name: anyText,
    description: anyText,
    eventTypes: fc.oneof(
      fc.array(fc.oneof(fc.constantFrom<string>(...EVENT_TYPES), anyText), { maxLength: 5 }),
      anyJson,
    ),
    projectIds: fc.oneof(fc.array(anyText, { maxLength: 5 }), anyJson),
    headers: fc.oneof(fc.dictionary(anyText, anyText, { maxKeys: 4 }), anyJson),
    options: anyJson,
    enabled: fc.boolean(),
    since: fc.oneof(fc.constantFrom("2026-06-05", "-000001-01-01T00:00:00Z", "0000-01-01"), anyText),
    status: fc.oneof(fc.constantFrom("failed", "pending"), anyText),
    channelIds: fc.array(anyText, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

/** No name server is to be asked. */
function onLoopback(url: string): string {
  const changed = new URL(url);
  changed.hostname = "127.0.0.1";
  return changed.href;
}

/** The fields that an endpoint knows, of which some are left out, and now and then one that it does not. */
function narrowed(endpoint: Endpoint, body: Record<string, unknown>, stray: boolean): unknown {
  const shape = (endpoint.body?.schema as { shape?: object } | undefined)?.shape;
  const known = shape ? Object.keys(shape) : ["type", "data", "projectId", "createdAt", "idempotencyKey"];
  return Object.fromEntries(Object.entries(body).filter(([key]) => stray || known.includes(key)));
}

const RUNS = 120;
const bodied = endpoints.filter((endpoint) => endpoint.body && endpoint.id !== "testChannel");

test.each(bodied.map((endpoint) => [endpoint.id, endpoint] as const))(
  "whatever is sent to %s, the answer is a documented one and never 5xx",
  async (id, endpoint) => {
    const body = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(likelyBody, fc.boolean())
          .map(([likely, stray]) => narrowed(endpoint, likely, stray)),
      },
      { weight: 1, arbitrary: anyJson },
    );
    const raw = fc.oneof(
      { weight: 5, arbitrary: body.map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
    );
    await fc.assert(
      fc.asyncProperty(raw, anyId(), async (text, target) => {
        const { status } = await contract.call(id, { body: text, params: { id: target || "x" } });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: RUNS },
    );
  },
  60_000,
);

const queried = endpoints.filter((endpoint) => endpoint.query);

test.each(queried.map((endpoint) => [endpoint.id, endpoint] as const))(
  "whatever %s is asked for, the answer is a documented one and never 5xx",
  async (id, { query }) => {
    const names = Object.keys(query?.shape ?? {});
    const value = fc.oneof(
      anyText,
      fc.constantFrom("1", "100", "2026-06-05", "failed", "task.created", "chat"),
      anyId(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }),
        async (parameters) => {
          const { status } = await contract.call(id, { query: parameters });
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: RUNS },
    );
  },
  60_000,
);
