import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeApiKey, makeProject, makeWorkspace } from "@/db/factories";
import { listRejections } from "@/db/queries/rejections";
import { events, rejections } from "@/db/schema";
import { limiters } from "@/lib/api/rate-limit";
import { startApi, type ApiAnswer, type ApiRequest, type TestApi } from "../testing/start-api";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.delete(rejections);
});

const good = { type: "task.created", data: { task: { id: "t1", title: "Call", status: "active" } } };
const post = (request: ApiRequest) => api.call("POST", "/api/v1/events", request);
const stored = () => api.db.$count(events);
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
const big = "x".repeat(1024 * 1024 + 1);

/** Refused with this status and code, as a problem document, and nothing stored. */
async function expectRefusal(answer: Promise<ApiAnswer>, status: number, code: string, path?: string) {
  const before = await stored();
  const { headers, body, ...rest } = await answer;
  expect({ ...rest, body }).toMatchObject({ status, body: { status, code, title: expect.any(String) } });
  expect(headers.get("content-type")).toBe("application/problem+json");
  if (path !== undefined) expect(body).toHaveProperty("errors.0.path", path);
  expect(await stored()).toBe(before);
}

describe("the order of refusals: each request has every later fault as well", () => {
  test("401 comes before everything", async () => {
    const faults = { body: big, headers: { "content-type": "text/plain" } };
    await expectRefusal(post({ ...faults, key: null }), 401, "missing_api_key");
    await expectRefusal(post({ ...faults, key: "ck_unknown" }), 401, "invalid_api_key");
  });

  test("403 comes before 415 and does not use up the rate", async () => {
    const { key } = await makeApiKey(api.db, { workspaceId: api.workspace.id, scopes: ["read", "manage"] });
    api.setEnv({ API_RATE_LIMIT: "1" });
    for (let i = 0; i < 3; i += 1) {
      await expectRefusal(
        post({ key, body: big, headers: { "content-type": "text/plain" } }),
        403,
        "missing_scope",
      );
    }
    api.setEnv({ API_RATE_LIMIT: "5000" });
  });

  test("429 comes before 415 and says how long to wait", async () => {
    const { key } = await makeApiKey(api.db, { workspaceId: api.workspace.id });
    api.setEnv({ API_RATE_LIMIT: "1" });
    await post({ key, body: good });
    const answer = await post({ key, body: big, headers: { "content-type": "text/plain" } });
    api.setEnv({ API_RATE_LIMIT: "5000" });
    expect(answer).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  });

  test("415 comes before 413", () =>
    expectRefusal(
      post({ body: big, headers: { "content-type": "text/plain" } }),
      415,
      "unsupported_media_type",
    ));

  test("a compressed body is 415", () =>
    expectRefusal(
      post({ body: good, headers: { "content-encoding": "gzip" } }),
      415,
      "unsupported_media_type",
    ));

  test("413 for the request comes before 400", () =>
    expectRefusal(post({ body: big }), 413, "request_too_large"));

  test("400 comes before 422", () => expectRefusal(post({ body: '{"type":' }), 400, "not_json"));

  test.each([
    ["too deep", { type: 1, data: nested(40), fill: "x".repeat(300_000) }, "too_deep"],
    ["NUL", { type: 1, data: "\0", fill: "x".repeat(300_000) }, "forbidden_text"],
    ["half a surrogate pair", { type: 1, data: "\ud800", fill: "x".repeat(300_000) }, "forbidden_text"],
  ])("422 for what can't be kept comes before 413 for the event: %s", (_, body, code) =>
    expectRefusal(post({ body }), 422, code),
  );

  test("422 for __proto__ comes before 413 for the event", () =>
    expectRefusal(
      post({ body: `{"type":1,"data":{"__proto__":{}},"fill":"${"x".repeat(300_000)}"}` }),
      422,
      "forbidden_key",
      "data.__proto__",
    ));

  test("413 for the event comes before 422 for its fields", () =>
    expectRefusal(post({ body: { type: 1, fill: "x".repeat(300_000) } }), 413, "event_too_large"));

  test("422 comes before 409", async () => {
    const idempotencyKey = "order-1";
    await post({ body: { ...good, idempotencyKey } });
    const other = { ...good, idempotencyKey, data: { task: { id: "t1", title: 7, status: "active" } } };
    await expectRefusal(post({ body: other }), 422, "invalid", "data.task.title");
  });
});

describe("limits", () => {
  /** An event whose JSON has exactly this many bytes. */
  const ofBytes = (bytes: number) => {
    const event = { ...good, data: { ...good.data, fill: "" } };
    return {
      ...event,
      data: { ...event.data, fill: "é".repeat(0) + "x".repeat(bytes - JSON.stringify(event).length) },
    };
  };

  test("an event of 256 KiB passes, one byte more does not", async () => {
    expect((await post({ body: ofBytes(256 * 1024) })).status).toBe(202);
    await expectRefusal(post({ body: ofBytes(256 * 1024 + 1) }), 413, "event_too_large");
  });

  test("white space around an event does not count for it", async () => {
    const padded = JSON.stringify(good) + " ".repeat(300 * 1024);
    expect((await post({ body: padded })).status).toBe(202);
  });

  test("bytes count, not characters", async () => {
    const data = { ...good.data, fill: "é".repeat(140_000) };
    await expectRefusal(post({ body: { ...good, data } }), 413, "event_too_large");
  });

  test("in a batch the large event is named", () =>
    expectRefusal(
      post({ body: { events: [good, ofBytes(256 * 1024 + 1)] } }),
      413,
      "event_too_large",
      "events.1",
    ));

  test("32 levels pass alone and in a batch, 33 do not", async () => {
    const deep = (levels: number) => ({ ...good, data: { ...good.data, more: nested(levels - 2) } });
    expect((await post({ body: deep(32) })).status).toBe(202);
    expect((await post({ body: { events: [deep(32)] } })).status).toBe(202);
    await expectRefusal(post({ body: deep(33) }), 422, "too_deep");
    await expectRefusal(post({ body: { events: [deep(33)] } }), 422, "too_deep");
  });

  test("100 events pass, none and 101 do not", async () => {
    const batch = (count: number) => ({ events: Array.from({ length: count }, () => good) });
    const { status, body } = await post({ body: batch(100) });
    expect({ status, body }).toMatchObject({ status: 202, body: { results: { length: 100 } } });
    await expectRefusal(post({ body: batch(0) }), 422, "invalid", "events");
    await expectRefusal(post({ body: batch(101) }), 422, "invalid", "events");
  });
});

describe("fields", () => {
  test.each([
    ["no object", [], "invalid", ""],
    ["a text", '"text"', "invalid", ""],
    ["null", "null", "invalid", ""],
    ["no type", { data: {} }, "invalid", "type"],
    ["no data", { type: "task.created" }, "invalid", "data"],
    ["an unknown type", { type: "task.exploded", data: {} }, "invalid", "type"],
    ["a type of Object's", { type: "constructor", data: {} }, "invalid", "type"],
    ["data of another type", { type: "task.created", data: [] }, "invalid", "data"],
    ["a missing field of data", { type: "task.created", data: {} }, "invalid", "data.task"],
    ["an unknown project", { ...good, projectId: "prj_nobody" }, "invalid", "projectId"],
    ["a project id that is none", { ...good, projectId: "' or 1=1" }, "invalid", "projectId"],
    ["an actor that is no text", { ...good, actorId: 7 }, "invalid", "actorId"],
    ["a moment without a zone", { ...good, createdAt: "2026-06-05T14:47:14" }, "invalid", "createdAt"],
    ["a day that does not exist", { ...good, createdAt: "2026-02-30T00:00:00Z" }, "invalid", "createdAt"],
    ["an empty idempotency key", { ...good, idempotencyKey: "" }, "invalid", "idempotencyKey"],
    ["a key of 256 characters", { ...good, idempotencyKey: "k".repeat(256) }, "invalid", "idempotencyKey"],
    ["a tenant of the caller's choice", { ...good, workspaceId: "ws_other" }, "invalid", "workspaceId"],
    ["an id of the caller's choice", { ...good, id: "evt_mine" }, "invalid", "id"],
    ["a batch that is no list", { events: good }, "invalid", "events"],
    ["a batch beside an event", { ...good, events: [good] }, "invalid", "type"],
  ])("%s is refused with its place", async (_, body, code, path) => {
    await expectRefusal(post({ body }), 422, code, path);
  });

  test("another workspace's project is refused like an unknown one", async () => {
    const other = await makeWorkspace(api.db);
    const { id } = await makeProject(api.db, { workspaceId: other.id });
    const unknown = await post({ body: { ...good, projectId: "prj_nobody" } });
    const foreign = await post({ body: { ...good, projectId: id } });
    expect(foreign).toMatchObject({ status: 422, body: unknown.body });
  });

  test("one bad event refuses its whole batch, and each fault has its place", async () => {
    const bad = { type: "task.created", data: { task: { id: "t", title: 1, status: true } } };
    const before = await stored();
    const { status, body } = await post({ body: { events: [good, bad, { ...good, type: "nope" }] } });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      errors: [
        { path: "events.1.data.task.title" },
        { path: "events.1.data.task.status" },
        { path: "events.2.type" },
      ],
    });
    expect(await stored()).toBe(before);
  });

  test("the Idempotency-Key header is for single events, and must not differ from the field", async () => {
    const headers = { "idempotency-key": "h-1" };
    await expectRefusal(post({ body: { events: [good] }, headers }), 422, "invalid", "Idempotency-Key");
    await expectRefusal(
      post({ body: { ...good, idempotencyKey: "f-1" }, headers }),
      422,
      "invalid",
      "idempotencyKey",
    );
  });
});

describe("what was refused is kept", () => {
  // A key of its own for each test: what is kept of one is bounded.
  let key: string;
  beforeEach(async () => {
    ({ key } = await makeApiKey(api.db, { workspaceId: api.workspace.id }));
  });
  const kept = async () => (await listRejections(api.db, api.workspace.id, {}, { limit: 100 })).rows;

  test("with the error that the caller got and the type that it meant", async () => {
    const { body } = await post({ key, body: { type: "task.created", data: { task: { id: "t" } } } });
    const [row] = await kept();
    expect(row).toMatchObject({
      status: 422,
      code: "invalid",
      eventType: "task.created",
      apiKeyName: "Platform services",
      message: (body as { detail: string }).detail,
      errors: (body as { errors: unknown[] }).errors,
    });
  });

  test("for revoked and expired keys and missing scopes too", async () => {
    const { id: workspaceId } = api.workspace;
    const revoked = await makeApiKey(api.db, { workspaceId, revokedAt: new Date() });
    const expired = await makeApiKey(api.db, { workspaceId, expiresAt: new Date(Date.now() - 1) });
    const reader = await makeApiKey(api.db, { workspaceId, scopes: ["read"] });
    for (const { key } of [revoked, expired, reader]) await post({ key, body: good });
    expect((await kept()).map((row) => row.code)).toEqual([
      "missing_scope",
      "expired_api_key",
      "revoked_api_key",
    ]);
  });

  test("not for an unknown key, which belongs to nobody", async () => {
    await post({ key: "ck_unknown", body: good });
    expect(await api.db.$count(rejections)).toBe(0);
  });

  test("with hostile texts cut and made storable", async () => {
    const path = `a${"\\ud800".repeat(3)}`;
    await post({ key, body: `{"type":"task.created","data":{"${path}":{"__proto__":1}}}` });
    await post({ key, body: { type: "\u0001'; drop table events; --", data: {} } });
    expect((await kept()).map((row) => row.status)).toEqual([422, 422]);
  });

  test("a hundred times at once at most for one key, so that nobody can fill the disk", async () => {
    for (let i = 0; i < 130; i += 1) await post({ key, body: { type: "nope", data: {} } });
    expect(await api.db.$count(rejections)).toBe(100);
    // Nobody else's room was used up.
    expect(limiters().rejections.take("somebody else", { perSecond: 0.2, burst: 100 })).toBe(0);
  });
});
