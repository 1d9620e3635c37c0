import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { rawSql } from "@/db/client";
import type { Intake } from "@/db/queries/pipeline-intakes";
import { until } from "@/db/testing/until";
import { catalogue } from "@/lib/events/catalogue";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import {
  EVENT_KEY,
  HASHED_KEY,
  SIGNING_KEY,
  signature,
  startScriptedServer,
} from "./testing/scripted-server";
import type { ScriptedServer } from "./testing/scripted-server";
import { serveRoute } from "./testing/served-route";

// An Inngest server and the product, over real sockets, with only the server's decisions scripted.

const FUNCTIONS = [
  ...["fan-out-event", "deliver", "redeliver"],
  ...["sweep-stalled", "index-words", "fold-tallies", "prune-history"],
];

let world: PipelineWorld;
let server: ScriptedServer;
let served: { url: string; close(): Promise<void> } | undefined;
let product: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  world = await createPipelineWorld({ STALLED_AFTER: "1", RETRY_SCHEDULE: "0.3,0.3,0.3" });
  server = await startScriptedServer(() => served?.url ?? "");
  vi.stubEnv("INNGEST_EVENT_KEY", EVENT_KEY);
  vi.stubEnv("INNGEST_SIGNING_KEY", SIGNING_KEY);
  vi.stubEnv("INNGEST_BASE_URL", server.url);
  product = await load();
  served = await serveRoute(product.route);
});
beforeEach(() => {
  world.receiver.clear();
  server.events.length = 0;
  server.refuse(false);
});
afterAll(async () => {
  await served?.close();
  await server.close();
  vi.unstubAllEnvs();
  await world.close();
});

/** The product as a process with the environment of this moment has it. */
async function load() {
  vi.resetModules();
  for (const shared of ["carillonInngest", "carillonAnnouncer"]) Reflect.deleteProperty(globalThis, shared);
  const [route, { announce }, { ingestEvents }] = await Promise.all([
    import("./route"),
    import("@/inngest/announce"),
    import("@/lib/operations/ingest-events"),
  ]);
  return { route, announce, ingestEvents };
}

const data = catalogue["task.created"].samples.typical;

async function ingest(): Promise<{ eventId: string; intake: Intake }> {
  const { results, intakes } = await product.ingestEvents(world.ctx, {
    events: [{ type: "task.created", data }],
  });
  const [[result], [intake]] = [results, intakes];
  if (!result || !intake) throw new Error("Nothing was stored.");
  return { eventId: result.id, intake };
}

const call = (body: string, headers: Record<string, string>, fn = "carillon-deliver") =>
  fetch(`${served?.url}?fnId=${fn}&stepId=step`, { method: "POST", headers, body });

const status = async (channelId: string, eventId: string): Promise<unknown> => {
  const [row] = await rawSql()`
    select status from deliveries where channel_id = ${channelId} and event_id = ${eventId}`;
  return row?.status;
};

describe("registration", () => {
  test("asked for in the open, the product registers all functions at the server under its key", async () => {
    const response = await fetch(served?.url ?? "", { method: "PUT" });
    expect(response.status).toBe(200);
    const [registration] = server.registrations;
    expect(registration?.authorization).toBe(`Bearer ${HASHED_KEY}`);
    expect(registration?.functions).toEqual(expect.arrayContaining(FUNCTIONS.map((id) => `carillon-${id}`)));
  });

  test("asked for by the server itself, it answers the functions, and only to a signed request", async () => {
    const body = JSON.stringify({ url: served?.url });
    const ask = (headers: Record<string, string>) =>
      fetch(served?.url ?? "", {
        method: "PUT",
        headers: { "x-inngest-sync-kind": "in_band", ...headers },
        body,
      });
    const answer = await ask({ "x-inngest-signature": signature(body) });
    expect(answer.status).toBe(200);
    const { functions } = (await answer.json()) as { functions: { id: string; triggers: unknown[] }[] };
    expect(functions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(FUNCTIONS.map((id) => `carillon-${id}`)),
    );
    const unsigned = await ask({});
    expect(await unsigned.text()).not.toContain("carillon-deliver");
  });
});

describe("who may call", () => {
  const body = JSON.stringify({ event: {}, events: [{}], steps: {}, version: -1, ctx: {} });

  test.each([
    ["without a signature", {}],
    [
      "with a signature of another key",
      { "x-inngest-signature": signature(body, undefined, "cd".repeat(32)) },
    ],
    ["with a signature of another body", { "x-inngest-signature": signature("{}") }],
    ["with a signature six minutes old", { "x-inngest-signature": signature(body, nowSeconds() - 360) }],
    ["with an empty signature", { "x-inngest-signature": `t=${nowSeconds()}&s=` }],
    ["with half a signature", { "x-inngest-signature": signature(body).slice(0, -10) }],
    ["with a time alone", { "x-inngest-signature": `t=${nowSeconds()}` }],
  ] as [string, Record<string, string>][])("%s nobody", async (_name, headers) => {
    const response = await call(body, headers);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(SIGNING_KEY.slice(-32));
  });

  test.each(["DELETE", "PATCH", "OPTIONS", "HEAD"])("%s does not exist", async (method) => {
    expect(Object.keys(product.route).filter((name) => name === method)).toEqual([]);
    expect((await fetch(served?.url ?? "", { method })).status).toBe(405);
  });

  test("a look at the route tells nothing of environment and keys", async () => {
    for (const headers of [{}, { "x-inngest-signature": signature("") }] as Record<string, string>[]) {
      const text = await (await fetch(served?.url ?? "", { headers })).text();
      for (const secret of [
        SIGNING_KEY,
        EVENT_KEY,
        process.env.ENCRYPTION_KEY ?? "",
        process.env.DATABASE_URL ?? "",
      ]) {
        expect(text).not.toContain(secret);
      }
    }
  });
});

describe("the pipeline, run by the server", () => {
  test("takes an event to its receiver, over a retry, by signed calls alone", async () => {
    world.receiver.answer("/retried", [{ status: 503 }, { status: 200 }]);
    const { id } = await world.channel("/retried");
    const { eventId, intake } = await ingest();
    await product.announce(world.ctx.workspaceId, [intake]);
    expect(server.events.map(({ data }) => data)).toEqual([
      { workspaceId: world.ctx.workspaceId, intakeIds: [intake.id] },
    ]);
    await server.runAll();
    expect(world.receiver.requests("/retried")).toHaveLength(2);
    expect(await status(id, eventId)).toBe("delivered");
    await rawSql()`update channels set enabled = false where id = ${id}`;
  });

  test("a call that was replayed within the signature's five minutes sends nothing a second time", async () => {
    const { id } = await world.channel("/replayed");
    const { intake } = await ingest();
    await product.announce(world.ctx.workspaceId, [intake]);
    const event = server.events.shift();
    if (event === undefined) throw new Error("Nothing was announced.");
    await Promise.all(Array.from({ length: 3 }, () => server.run("carillon-fan-out-event", event)));
    await server.run("carillon-fan-out-event", event);
    await server.runAll();
    expect(world.receiver.requests("/replayed")).toHaveLength(1);
    await rawSql()`update channels set enabled = false where id = ${id}`;
  });
});

describe("when the server refuses or is away", () => {
  test("events wait, are accepted all the same, and go out once it takes them again", async () => {
    server.refuse(true);
    const { id } = await world.channel("/waited");
    const { eventId, intake } = await ingest();
    const announced = product.announce(world.ctx.workspaceId, [intake]);
    await until(() => server.refusals >= 2, { what: "refusals" });
    expect(await status(id, eventId)).toBeUndefined();
    server.refuse(false);
    await announced;
    await server.runAll();
    expect(await status(id, eventId)).toBe("delivered");
    await rawSql()`update channels set enabled = false where id = ${id}`;
  }, 60_000);

  test("an event whose announcement died with its process is found by the sweep", async () => {
    const { id } = await world.channel("/swept");
    const { eventId, intake } = await ingest();
    await rawSql()`update intakes set announced_at = now() - interval '1 minute' where id = ${intake.id}`;
    await server.run("carillon-sweep-stalled", tick());
    await server.runAll();
    expect(await status(id, eventId)).toBe("delivered");
    await rawSql()`update channels set enabled = false where id = ${id}`;
  });
});

test("work that the embedded engine had in flight goes on under an Inngest server", async () => {
  world.receiver.answer("/switched", [{ status: 503 }, { status: 200 }]);
  const { id } = await world.channel("/switched");
  const [begun, untold] = await embedded(async (announce) => {
    const worker = await world.startWorker();
    const begun = await ingest();
    await announce(world.ctx.workspaceId, [begun.intake]);
    await world.receiver.waitFor(1, { path: "/switched" });
    await until(async () => (await status(id, begun.eventId)) === "retrying");
    await worker.stop(0);
    // Told to an engine that has stopped: it lies in the engine's own tables, where no server looks.
    const untold = await ingest();
    await announce(world.ctx.workspaceId, [untold.intake]);
    return [begun, untold];
  });
  await rawSql()`update intakes set announced_at = now() - interval '1 minute' where id = ${untold.intake.id}`;
  await rawSql()`
    update deliveries set announced_at = now() - interval '1 minute', next_attempt_at = now() - interval '1 minute'
    where event_id = ${begun.eventId}`;
  await server.run("carillon-sweep-stalled", tick());
  await server.runAll();
  expect([await status(id, begun.eventId), await status(id, untold.eventId)]).toEqual([
    "delivered",
    "delivered",
  ]);
  expect(new Set(world.receiver.requests("/switched").map(({ headers }) => headers["webhook-id"])).size).toBe(
    2,
  );
});

/** Does something in a process without an Inngest server, and comes back to one with it. */
async function embedded<T>(
  work: (announce: (workspaceId: string, intakes: Intake[]) => Promise<void>) => Promise<T>,
): Promise<T> {
  for (const name of ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY", "INNGEST_BASE_URL"]) vi.stubEnv(name, "");
  const before = product;
  try {
    product = await load();
    return await work(product.announce);
  } finally {
    vi.stubEnv("INNGEST_EVENT_KEY", EVENT_KEY);
    vi.stubEnv("INNGEST_SIGNING_KEY", SIGNING_KEY);
    vi.stubEnv("INNGEST_BASE_URL", server.url);
    product = before;
  }
}

const tick = () => ({
  id: `tick-${Date.now()}`,
  name: "inngest/scheduled.timer",
  data: { cron: "* * * * *" },
});

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
