import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { makeAttempt, makeChannel, makeDelivery, makeEvent } from "@/db/factories";
import { beat, registerWorker, unregisterWorker } from "@/inngest/engine/store/workers";
import { GET as health } from "./health/route";
import { GET as metrics } from "./metrics/route";
import { GET as ready } from "./ready/route";
import { startApi, type TestApi } from "./v1/testing/start-api";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });

test("health answers without the database", async () => {
  api.setEnv({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
  expect(await answerOf(health())).toEqual({ status: 200, body: { status: "ok" } });
});

describe("ready", () => {
  test("is 503 and names what is missing, until a worker is warm", async () => {
    const missing = (worker: string) => ({
      status: 503,
      body: { ready: false, checks: { database: "ok", migrations: "ok", seed: "ok", worker } },
    });
    expect(await answerOf(await ready())).toEqual(missing("No worker has been seen for 10 s."));
    const owner = await registerWorker(rawSql(), process.pid);
    expect(await answerOf(await ready())).toEqual(missing("The worker is still warming up."));
    await beat(rawSql(), owner, true);
    expect(await answerOf(await ready())).toEqual({
      status: 200,
      body: { ready: true, checks: { database: "ok", migrations: "ok", seed: "ok", worker: "ok" } },
    });
    await rawSql()`update engine.workers set seen_at = now() - interval '11 s' where owner = ${owner}`;
    expect(await ready()).toMatchObject({ status: 503 });
    await unregisterWorker(rawSql(), owner);
  });

  test("asks for no worker where an Inngest server runs the functions", async () => {
    api.setEnv({ INNGEST_DEV: "1" });
    expect(await ready()).toMatchObject({ status: 200 });
    api.setEnv({ INNGEST_DEV: "" });
  });

  test("names an older database, and stops there", async () => {
    await rawSql()`update drizzle.__drizzle_migrations set created_at = created_at - 1`;
    const { body } = await answerOf(await ready());
    await rawSql()`update drizzle.__drizzle_migrations set created_at = created_at + 1`;
    expect(body.checks).toEqual({
      database: "ok",
      migrations: "The database is not on the newest migration.",
    });
  });

  test("names a database that is away", async () => {
    const clients = Reflect.get(globalThis, "carillonClients");
    const { connect } = await import("@/db/client");
    const gone = connect("postgres://nobody@127.0.0.1:1/nothing", { max: 1 });
    Object.assign(globalThis, { carillonClients: gone });
    const answer = await answerOf(await ready());
    Object.assign(globalThis, { carillonClients: clients });
    await gone.end();
    expect(answer).toEqual({
      status: 503,
      body: { ready: false, checks: { database: "The database is away." } },
    });
  });
});

describe("metrics", () => {
  const token = randomUUID();
  beforeEach(() => api.setEnv({ METRICS_TOKEN: token }));
  const scrape = (authorization?: string) =>
    metrics(new Request("http://carillon.test/", { headers: authorization ? { authorization } : {} }));

  test("are closed without a token of the environment, and to everybody without it", async () => {
    for (const header of [undefined, "Bearer wrong", `Basic ${token}`, `Bearer ${token}x`, "Bearer "]) {
      expect((await scrape(header)).status).toBe(401);
    }
    api.setEnv({ METRICS_TOKEN: "" });
    for (const header of [undefined, "Bearer ", "Bearer undefined"])
      expect((await scrape(header)).status).toBe(404);
  });

  test("count what happened since the first scrape once, and show what waits", async () => {
    await scrape(`Bearer ${token}`);
    // Older than what is still settling, and newer than the first scrape counted: both by the database's clock.
    const collector: { countedTo: Date } = Reflect.get(globalThis, "carillonMetrics");
    const at = new Date(collector.countedTo.getTime() - 60_000);
    collector.countedTo = new Date(at.getTime() - 1);
    await populate(at);
    const text = await (await scrape(`Bearer ${token}`)).text();
    expect(lines(text)).toMatchObject({
      carillon_events_ingested_total: "2",
      'carillon_deliveries_routed_total{provider="webhook"}': "3",
      'carillon_deliveries_finished_total{provider="webhook",outcome="delivered"}': "1",
      'carillon_deliveries_finished_total{provider="webhook",outcome="failed"}': "1",
      'carillon_attempts_total{provider="webhook",outcome="succeeded",trigger="automatic"}': "1",
      'carillon_attempts_total{provider="webhook",outcome="failed",trigger="automatic"}': "2",
      'carillon_attempt_duration_seconds_bucket{provider="webhook",outcome="failed",le="0.05"}': "0",
      'carillon_attempt_duration_seconds_bucket{provider="webhook",outcome="failed",le="0.1"}': "1",
      'carillon_attempt_duration_seconds_bucket{provider="webhook",outcome="failed",le="10"}': "1",
      'carillon_attempt_duration_seconds_bucket{provider="webhook",outcome="failed",le="+Inf"}': "2",
      'carillon_attempt_duration_seconds_sum{provider="webhook",outcome="failed"}': "10.5",
      'carillon_attempt_duration_seconds_count{provider="webhook",outcome="failed"}': "2",
      carillon_events_unannounced: "1",
      'carillon_deliveries_open{status="retrying"}': "1",
      'carillon_channels{enabled="true"}': "1",
      'carillon_engine_queue_depth{state="due"}': "0",
      'carillon_engine_workers{state="ready"}': "0",
    });
    expect(Number(lines(text).carillon_oldest_unannounced_event_seconds)).toBeGreaterThan(60);
    expect(text).toContain("# TYPE carillon_attempt_duration_seconds histogram");
    const [again, twice] = await Promise.all([scrape(`Bearer ${token}`), scrape(`Bearer ${token}`)]);
    for (const response of [again, twice]) {
      expect(lines(await response.text()).carillon_events_ingested_total).toBe("2");
    }
  });

  async function populate(at: Date): Promise<void> {
    const workspaceId = api.workspace.id;
    const channel = await makeChannel(api.db, { workspaceId });
    const [first, second] = [
      await makeEvent(api.db, { workspaceId, receivedAt: at, plannedAt: at }),
      await makeEvent(api.db, { workspaceId, receivedAt: at }),
    ];
    const values = { channel, createdAt: at };
    const other = await makeChannel(api.db, { workspaceId, deletedAt: at });
    const delivered = await makeDelivery(api.db, {
      event: first,
      ...values,
      status: "delivered",
      attemptCount: 1,
    });
    const failed = await makeDelivery(api.db, {
      event: second,
      ...values,
      status: "failed",
      attemptCount: 1,
    });
    const open = await makeDelivery(api.db, {
      event: first,
      ...values,
      channel: other,
      status: "retrying",
      attemptCount: 1,
    });
    await makeAttempt(api.db, { delivery: delivered, startedAt: at });
    await makeAttempt(api.db, { delivery: failed, startedAt: at, outcome: "failed", durationMs: 100 });
    await makeAttempt(api.db, { delivery: open, startedAt: at, outcome: "failed", durationMs: 10_400 });
  }

  const lines = (text: string): Record<string, string> =>
    Object.fromEntries(
      text
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => [line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1)]),
    );
});
