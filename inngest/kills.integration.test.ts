import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { migrate, siblingUrl } from "@/db/migrate";
import type { TestDatabase } from "@/db/testing/database";
import { throwAwayPostgres } from "@/db/testing/throw-away-postgres";
import type { Intake } from "@/db/queries/pipeline-intakes";
import { until } from "@/db/testing/until";
import { catchUp } from "@/instrumentation-node";
import { catalogue } from "@/lib/events/catalogue";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { ingestEvents } from "@/lib/operations/ingest-events";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { startWorkerProcess } from "@/scripts/testing/start-worker-process";
import { announce } from "./announce";

// Everything here is killed without warning, as the system does when memory runs out.

const CHANNELS = 5;
const EVENTS = 100;
/** Under way at one moment: requests without an answer, and about as many answers that wait for their commit. */
const UNDER_WAY = 2 * CHANNELS * MAX_IN_FLIGHT_PER_CHANNEL;
/** Starting a worker takes seconds on a busy machine. */
const PATIENCE = { timeoutMs: 90_000, everyMs: 100 };

let world: PipelineWorld;
let workers: ChildProcess[] = [];
afterEach(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  workers = [];
  await world.close();
});

test(
  "deliveries in flight when the worker is killed, three times, all arrive; repeated is only what was under way",
  { timeout: 150_000 },
  async () => {
    world = await createPipelineWorld();
    await makeChannels();
    const worker = startWorker();
    await post(EVENTS);
    let killed = worker;
    for (const arrived of [60, 200, 350]) {
      await until(() => world.receiver.requests().length >= arrived, PATIENCE);
      killed.kill("SIGKILL");
      killed = startWorker();
    }
    await allDelivered(EVENTS * CHANNELS);
    await expectLedger({ repeatsAtMost: 3 * UNDER_WAY });
  },
);

test(
  "a worker that is asked to end finishes what is under way, and nothing is repeated",
  { timeout: 150_000 },
  async () => {
    world = await createPipelineWorld();
    await makeChannels();
    const worker = startWorker();
    await post(EVENTS);
    await until(() => world.receiver.requests().length >= 60, PATIENCE);
    worker.kill("SIGTERM");
    expect(await once(worker, "exit")).toEqual([0, null]);
    expect(world.receiver.requests().length).toBeLessThan(EVENTS * CHANNELS);
    startWorker();
    await allDelivered(EVENTS * CHANNELS);
    await expectLedger({ repeatsAtMost: 0 });
  },
);

test(
  "an answer that a worker still waits for when it is asked to end is its own: nobody else sends the request",
  { timeout: 150_000 },
  async () => {
    world = await createPipelineWorld();
    world.receiver.answer("/slow", { delayMs: 6_000 });
    await world.channel("/slow");
    const worker = startWorker();
    await post(1);
    await until(
      async () => (await rawSql()`select 1 from engine.jobs where fn like '%deliver'`).length === 1,
      PATIENCE,
    );
    worker.kill("SIGTERM");
    startWorker();
    expect(await once(worker, "exit")).toEqual([0, null]);
    await allDelivered(1);
    await expectLedger({ repeatsAtMost: 0 });
  },
);

test("deliveries in flight when Postgres is killed all arrive", { timeout: 150_000 }, async () => {
  const server = await throwAwayPostgres();
  const url = siblingUrl(server.url("postgres"), "killed");
  await migrate(url);
  await keepCommits(url);
  const database: TestDatabase = { url, drop: () => server.remove() };
  world = await createPipelineWorld({}, database);
  await makeChannels();
  startWorker();
  await post(EVENTS);
  await until(() => world.receiver.requests().length >= 60, PATIENCE);
  await killPostgres();
  await allDelivered(EVENTS * CHANNELS);
  await expectLedger({ repeatsAtMost: UNDER_WAY });
});

test("events that were stored but not announced when the web process was killed are announced by the next one", async () => {
  world = await createPipelineWorld();
  await makeChannels();
  await store(20);
  await rawSql()`update intakes set announced_at = now() - interval '2 s'`;
  await world.startWorker();
  catchUp();
  await allDelivered(20 * CHANNELS);
  await expectLedger({ repeatsAtMost: 0 });
});

async function makeChannels(): Promise<void> {
  for (let index = 0; index < CHANNELS; index++) {
    world.receiver.answer(`/channel-${index}`, { delayMs: 100 });
    await world.channel(`/channel-${index}`);
  }
}

async function store(count: number): Promise<Intake[]> {
  const data = catalogue["task.created"].samples.typical;
  const events = Array.from({ length: count }, () => ({ type: "task.created", data }));
  return (await ingestEvents(world.ctx, { events, batch: true })).intakes;
}

const post = async (count: number) => announce(world.ctx.workspaceId, await store(count));

const allDelivered = (count: number) =>
  until(
    async () => {
      const [row] = await rawSql()<[{ n: number }]>`
        select count(*)::int as n from deliveries where status = 'delivered'`;
      return row.n === count;
    },
    { ...PATIENCE, what: "all deliveries" },
  );

/** What was accepted has arrived, every request is on record, and nothing was repeated beyond what had to be. */
async function expectLedger({ repeatsAtMost }: { repeatsAtMost: number }): Promise<void> {
  const arrived = world.receiver.requests().map(({ headers }) => headers["webhook-id"]);
  const rows = await rawSql()<{ id: string; attempts: number[] }[]>`
    select d.id, array_agg(a.number order by a.number) as attempts
    from deliveries d join attempts a on a.delivery_id = d.id group by d.id`;
  expect(new Set(arrived)).toEqual(new Set(rows.map(({ id }) => id)));
  expect(rows.every(({ attempts }) => attempts.join() === "1")).toBe(true);
  expect(arrived.length - rows.length).toBeLessThanOrEqual(repeatsAtMost);
}

/** Test servers answer before a commit is safe; what is killed here must keep what it has answered. */
async function keepCommits(url: string): Promise<void> {
  const client = postgres(url, { max: 1 });
  await client`alter database killed set synchronous_commit = on`;
  await client.end();
}

/** Kills one of the server's processes; the others end with it, and the server recovers from its log. */
async function killPostgres(): Promise<void> {
  const [row] = await rawSql()<[{ pid: number }]>`select pg_backend_pid() as pid`;
  process.kill(row.pid, "SIGKILL");
}

function startWorker(): ChildProcess {
  const worker = startWorkerProcess();
  workers.push(worker);
  return worker;
}
