import { afterAll, beforeAll, expect, test } from "vitest";
import { makeInspector, makeWorkspace } from "@/db/factories";
import { listInspectorRequests } from "@/db/queries/inspectors";
import type { Context } from "@/lib/operations/context";
import { setInspectorAnswer } from "@/lib/operations/set-inspector-answer";
import { startApi, type TestApi } from "../../v1/testing/start-api";
import * as route from "./route";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

type Method = keyof typeof route;

function send(token: string, init: RequestInit & { method?: Method } = {}): Promise<Response> {
  const { method = "POST" } = init;
  const request = new Request(`http://127.0.0.1:3999/api/inspector/${token}`, { ...init, method });
  return route[method](request, { params: Promise.resolve({ token }) });
}

const inspector = (values = {}) => makeInspector(api.db, { workspaceId: api.workspace.id, ...values });
const received = (token: string) => listInspectorRequests(api.db, token, 500);
const owner = (workspaceId = api.workspace.id): Context => ({
  ...{ db: api.db, workspaceId },
  actor: { type: "user", id: "usr_1", name: "Robin Vale", role: "owner" },
});

test("keeps what arrives, byte for byte where it is text, and answers 200 ok as plain text", async () => {
  const { token } = await inspector();
  const body = ' {"a": "é😀", "b":1}\n';
  const response = await send(token, {
    body,
    headers: { "x-aamu-signature": "t=1,v1=ab", "content-type": "application/json" },
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("ok");
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await received(token)).toMatchObject([
    {
      method: "POST",
      body,
      headers: { "x-aamu-signature": "t=1,v1=ab", "content-type": "application/json" },
    },
  ]);
});

test("takes every method", async () => {
  const { token } = await inspector();
  for (const method of Object.keys(route) as Method[])
    expect((await send(token, { method })).status).toBe(200);
  expect((await received(token)).map((request) => request.method).sort()).toEqual(Object.keys(route).sort());
});

test("answers what it was told to", async () => {
  const { token } = await inspector();
  const answer = { status: 503, body: "<b>later</b>", delayMs: 20 };
  await setInspectorAnswer(owner(), { token, answer });
  const before = performance.now();
  const response = await send(token);
  expect(performance.now() - before).toBeGreaterThanOrEqual(19);
  expect([response.status, await response.text()]).toEqual([503, "<b>later</b>"]);
  await setInspectorAnswer(owner(), { token, answer: { status: 204, body: "none", delayMs: 0 } });
  expect(await (await send(token)).text()).toBe("");
});

test("can be told what to answer by its own workspace only, and only what can be answered", async () => {
  const { token } = await inspector();
  const other = await makeWorkspace(api.db);
  const answer = { status: 200, body: "ok", delayMs: 0 };
  await expect(setInspectorAnswer(owner(other.id), { token, answer })).rejects.toMatchObject({ status: 404 });
  for (const [path, wrong] of Object.entries({ status: 101, body: "x".repeat(20_000), delayMs: 60_000 })) {
    const refused = setInspectorAnswer(owner(), { token, answer: { ...answer, [path]: wrong } });
    await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ path }] });
  }
});

test("is unknown under any other token, and after its time", async () => {
  const { token } = await inspector({ expiresAt: new Date(Date.now() - 1) });
  for (const unknown of [token, "nobody", "a\0b", "../x", "x".repeat(5000)]) {
    const response = await send(encodeURIComponent(unknown));
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
});

test("keeps no cookie of whoever looks at its address in a browser", async () => {
  const { token } = await inspector();
  await send(token, { method: "GET", headers: { cookie: "next-auth.session-token=abc" } });
  expect(JSON.stringify(await received(token))).not.toContain("session-token");
});

test("takes 256 KiB and not a byte more", async () => {
  const { token } = await inspector();
  expect((await send(token, { body: "x".repeat(256 * 1024) })).status).toBe(200);
  expect((await send(token, { body: "x".repeat(256 * 1024 + 1) })).status).toBe(413);
  expect(await received(token)).toHaveLength(1);
});

test("survives bytes that are no text", async () => {
  const { token } = await inspector();
  expect((await send(token, { body: new Uint8Array([0, 255, 65]) })).status).toBe(200);
  expect(await received(token)).toMatchObject([{ body: "\uFFFD\uFFFDA" }]);
});

test("keeps the 200 newest requests, also when they come at once", async () => {
  const { token } = await inspector();
  const bystander = await inspector();
  await send(bystander.token, { body: "stays" });
  for (let i = 0; i < 26; i += 1) {
    await Promise.all(Array.from({ length: 8 }, (_, j) => send(token, { body: String(i * 8 + j) })));
  }
  const kept = await received(token);
  expect(kept).toHaveLength(200);
  expect(Math.min(...kept.map((request) => Number(request.body)))).toBe(8);
  expect(await received(bystander.token)).toHaveLength(1);
});
