import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeApiKey, makeChannel, makeDelivery, makeEvent, makeProject, makeWorkspace } from "@/db/factories";
import { startApi, type TestApi } from "./testing/start-api";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface List {
  data: { id: string }[];
  nextCursor: string | null;
}

/** A workspace with rows of every list, many of them of the same moment, and a key to it. */
async function crowded() {
  const workspace = await makeWorkspace(api.db);
  const { id: workspaceId } = workspace;
  const { key } = await makeApiKey(api.db, { workspaceId });
  const moments = ["2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"].map((moment) => new Date(moment));
  for (let i = 0; i < 13; i += 1) {
    const at = moments[i % 2] ?? new Date();
    await makeProject(api.db, { workspaceId, createdAt: at });
    const channel = await makeChannel(api.db, { workspaceId, createdAt: at });
    const event = await makeEvent(api.db, {
      workspaceId,
      receivedAt: at,
      type: i % 3 === 0 ? "form.created" : "task.created",
    });
    await makeDelivery(api.db, {
      ...{ event, channel, createdAt: at },
      status: i % 4 === 0 ? "failed" : "delivered",
    });
  }
  return { key, get: get(key) };
}

const get = (key: string) => async (path: string) => {
  const { status, body } = await api.call("GET", `/api/v1/${path}`, { key });
  expect(status).toBe(200);
  return body as List;
};

async function allPages(
  read: (path: string) => Promise<List>,
  list: string,
  limit: number,
): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) });
    const page: List = await read(`${list}${list.includes("?") ? "&" : "?"}${query}`);
    pages.push(page.data.map((row) => row.id));
    cursor = page.nextCursor;
  }
  return pages;
}

const LISTS = ["events", "channels", "deliveries", "projects"];

describe.each(LISTS)("the list of %s", (list) => {
  test("has every row once, in the same order whatever the size of its pages", async () => {
    const { get: read } = await crowded();
    const whole = await allPages(read, list, 100);
    expect(whole).toHaveLength(1);
    expect(new Set(whole[0]).size).toBe(13);
    for (const limit of [1, 4, 12, 13]) {
      const pages = await allPages(read, list, limit);
      expect(pages.flat()).toEqual(whole[0]);
      expect(pages.at(-1)?.length).toBeGreaterThan(0);
    }
  });

  test("keeps its place while new rows arrive", async () => {
    const { get: read, key } = await crowded();
    const first = await read(`${list}?limit=5`);
    await api.call("POST", "/api/v1/projects", { key, body: { name: "New" } });
    const rest = await read(`${list}?limit=100&cursor=${first.nextCursor}`);
    expect(rest.data).toHaveLength(8);
  });

  test.each([
    ["limit", "limit=0"],
    ["limit", "limit=101"],
    ["limit", "limit=-1"],
    ["limit", "limit=1.5"],
    ["limit", "limit="],
    ["limit", "limit=many"],
    ["limit", "limit=1&limit=2"],
    ["cursor", "cursor="],
    ["cursor", "cursor=abc"],
    ["cursor", `cursor=${Buffer.from("0000000000000000.1.x").toString("base64url")}`],
    ["cursor", `cursor=${"x".repeat(2000)}`],
    ["page", "page=2"],
    ["__proto__", "__proto__=1"],
  ])("refuses a wrong %s by name: %s", async (parameter, query) => {
    const { status, body } = await api.call("GET", `/api/v1/${list}?${query}`);
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: "invalid", errors: [{ path: parameter }] },
    });
  });

  test("refuses another list's and another workspace's cursor", async () => {
    const [own, other] = [await crowded(), await crowded()];
    const foreign = await other.get(`${list}?limit=1`);
    const elsewhere = await own.get(`${LISTS.find((name) => name !== list)}?limit=1`);
    for (const { nextCursor } of [foreign, elsewhere]) {
      expect(nextCursor).not.toBeNull();
      const answer = await api.call("GET", `/api/v1/${list}?cursor=${nextCursor}`, { key: own.key });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "cursor" }] } });
    }
  });
});

describe("filters", () => {
  test("narrow deliveries, alone and together", async () => {
    const { get: read } = await crowded();
    const count = async (query: string) => (await read(`deliveries?${query}`)).data.length;
    expect(await count("status=failed")).toBe(4);
    expect(await count("eventType=form.created")).toBe(5);
    expect(await count("status=failed&eventType=form.created")).toBe(2);
    expect(await count("since=2026-06-02T00:00:00Z")).toBe(6);
    expect(await count("until=2026-06-02T00:00:00Z")).toBe(7);
    expect(await count("since=2026-06-02&until=2026-06-03")).toBe(6);
    expect(await count(`since=${encodeURIComponent("2026-06-02T02:00:00+02:00")}`)).toBe(6);
    const [some] = (await read("deliveries")).data;
    expect(
      (await read(`deliveries?channelId=${(some as unknown as { channelId: string }).channelId}`)).data,
    ).toEqual([some]);
  });

  test("narrow events by type, project and time", async () => {
    const { get: read } = await crowded();
    expect((await read("events?type=form.created")).data).toHaveLength(5);
    expect((await read("events?projectId=prj_none")).data).toEqual([]);
    expect((await read("events?since=2026-06-02&type=task.created")).data).toHaveLength(4);
  });

  test("with an id that is none find nothing", async () => {
    const { get: read } = await crowded();
    expect((await read("deliveries?channelId='%20or%201=1--")).data).toEqual([]);
  });

  test.each([
    ["status", "status=sideways"],
    ["since", "since=yesterday"],
    ["until", "until=2026-13-01"],
    ["since", "since=2026-06-02T00:00:00%2B02:00&since=2026-06-03"],
    ["channelId", "channelId=a%00b"],
  ])("of a wrong form are refused by name: %s", async (parameter, query) => {
    const { status, body } = await api.call("GET", `/api/v1/deliveries?${query}`);
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ path: parameter }] } });
  });
});

test("an event is shown with the decision of every channel and its deliveries, and with data as it was sent", async () => {
  const workspace = await makeWorkspace(api.db);
  const { id: workspaceId } = workspace;
  const { key } = await makeApiKey(api.db, { workspaceId });
  const channel = await makeChannel(api.db, { workspaceId });
  const data = { task: { id: "t", title: "é😀", status: "active" }, "2": 1, "1": { nested: [null, 0.1] } };
  const event = await makeEvent(api.db, {
    ...{ workspaceId, data, plannedAt: new Date() },
    routing: [
      { channelId: channel.id, channelName: "Webhook", reason: null },
      { channelId: "chn_other", channelName: "Other", reason: "event_type_not_selected" },
    ],
  });
  const delivery = await makeDelivery(api.db, { event, channel });
  const { data: listed } = await get(key)("events");
  const { body } = await api.call("GET", `/api/v1/events/${event.id}`, { key });
  expect(listed).toEqual([body]);
  expect(body).toMatchObject({
    data,
    routing: [
      { channelId: channel.id, channelName: "Webhook", matched: true, reason: null },
      { channelId: "chn_other", channelName: "Other", matched: false, reason: "event_type_not_selected" },
    ],
    deliveries: [{ id: delivery.id, status: "pending", attemptCount: 0 }],
  });
});
