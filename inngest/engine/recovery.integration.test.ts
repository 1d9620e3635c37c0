import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Inngest } from "inngest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "@/db/testing/until";
import { OWNER_LOCK } from "./store/release";
import { createHarness, type Harness } from "./testing/harness";
import { createProbe, probeFunctions } from "./testing/probe-functions";

let harness: Harness;
let children: ChildProcess[] = [];
beforeEach(async () => {
  harness = await createHarness();
  await createProbe(harness.sql);
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  children = [];
  await harness.close();
});

const LONG_LEASE_MS = 60_000;
const SHORT_LEASE_MS = 1500;

test("kill -9 of a worker in the middle of its work loses nothing, and others go on at once", async () => {
  const child = await startChild(LONG_LEASE_MS);
  const { client, start } = harness.process();
  const runs = Array.from({ length: 60 }, (_, n) => ({
    name: "probe",
    data: { run: n, key: `key ${n % 6}`, ...(n % 2 === 0 ? { firstGate: "open after the kill" } : {}) },
  }));
  await client.send(runs);
  // Half of the runs are over, the other half is in the middle of a step.
  await until(async () => (await countOf("first begun")) === 60 && (await harness.unfinished()) === 30);
  await kill(child);
  await openGate("open after the kill");
  await start(probeFunctions(client, harness.sql));
  // Far below the lease: the lock of a dead process is free.
  await until(async () => (await harness.unfinished()) === 0, { timeoutMs: 20_000 });
  expect(await runsThatDid("second done")).toBe(60);
  expect(await countOf("first begun")).toBe(90);
  expect(await countOf("second begun")).toBe(60);
  await noSlotsAreTaken();
});

test("a paused worker loses its jobs after its lease, and writes nothing when it wakes", async () => {
  const child = await startChild(SHORT_LEASE_MS);
  const { client, start } = harness.process();
  await client.send({ name: "probe", data: { run: 1, key: "k", firstGate: "one", secondGate: "two" } });
  await until(async () => (await countOf("first begun")) === 1);
  child.kill("SIGSTOP");
  const engine = await start(probeFunctions(client, harness.sql), { presence: { leaseMs: SHORT_LEASE_MS } });
  await until(async () => (await countOf("first begun")) === 2);
  await openGate("one");
  await until(async () => (await countOf("second begun")) === 1);
  child.kill("SIGCONT");
  // It finishes its step, learns that the job is no longer its own, and leaves the second step alone.
  await until(async () => (await countOf("first done")) === 2);
  await openGate("two");
  await until(async () => (await harness.unfinished()) === 0);
  const seconds = await harness.sql<{ pid: number }[]>`select pid from probe where step like 'second%'`;
  expect(seconds.map(({ pid }) => pid)).toEqual([process.pid, process.pid]);
  // Under a new number it is a worker like any other.
  await engine.stop();
  await client.send({ name: "probe", data: { run: 2, key: "k" } });
  const [after] = await until(async () => {
    const rows = await harness.sql<{ pid: number }[]>`
      select pid from probe where run = '2' and step = 'second done'`;
    return rows.length === 1 && rows;
  });
  expect(after?.pid).toBe(child.pid);
  await noSlotsAreTaken();
});

test("connections that Postgres terminates in the middle of the load cost no run and repeat no step", async () => {
  const calls = new Map<string, number>();
  const counted = (client: Inngest) =>
    client.createFunction(
      {
        id: "fn",
        triggers: { event: "a" },
        checkpointing: { bufferedSteps: 1 },
        concurrency: { limit: 5, key: "event.data.key" },
      },
      async ({ event, step }) => {
        for (const name of ["one", "two"]) {
          await step.run(name, async () => {
            const call = `${String(event.data.n)} ${name}`;
            calls.set(call, (calls.get(call) ?? 0) + 1);
            await new Promise((resolve) => setTimeout(resolve, 10));
          });
        }
      },
    );
  // Two engines, so that each also sees the other without its lock and must not take it for dead.
  const [first, second] = [harness.process(), harness.process()];
  await Promise.all([first.start([counted(first.client)]), second.start([counted(second.client)])]);
  await first.client.send(
    Array.from({ length: 400 }, (_, n) => ({ name: "a", data: { n, key: `key ${n % 8}` } })),
  );
  let rounds = 0;
  await until(
    async () => {
      if (rounds < 10 && (await terminateEngineConnections()) > 0) rounds += 1;
      return rounds === 10 && (await harness.unfinished()) === 0;
    },
    { timeoutMs: 50_000, everyMs: 100 },
  );
  expect(calls.size).toBe(800);
  expect([...calls.entries()].filter(([, count]) => count !== 1)).toEqual([]);
  await noSlotsAreTaken();
}, 60_000);

test("a worker whose connections were cut holds its lock again and hears wake-up calls", async () => {
  const { client, start } = harness.process();
  await start(probeFunctions(client, harness.sql), { queue: { pollMs: 60_000 } });
  const [before] = await lockHolders();
  await terminateEngineConnections();
  await until(async () => {
    const [now] = await lockHolders();
    return now !== undefined && now !== before;
  });
  await client.send({ name: "probe", data: { run: 1, key: "k" } });
  await until(async () => (await countOf("second done")) === 1);
});

test("a stop finishes what runs, gives back what was only claimed, and another engine goes on", async () => {
  const [first, second] = [harness.process(), harness.process()];
  await first.client.send(
    Array.from({ length: 30 }, (_, n) => ({ name: "probe", data: { run: n, key: "k", firstGate: "g" } })),
  );
  const engine = await first.start(probeFunctions(first.client, harness.sql), { queue: { capacity: 3 } });
  await until(async () => (await countOf("first begun")) === 3);
  const stopped = engine.stop();
  await until(async () => (await owned()) === 3);
  await openGate("g");
  await stopped;
  expect(await countOf("second done")).toBe(3);
  expect(await harness.sql`select 1 from engine.workers`).toHaveLength(0);
  await second.start(probeFunctions(second.client, harness.sql));
  await until(async () => (await harness.unfinished()) === 0);
  expect(await countOf("first begun")).toBe(30);
});

test("a job whose function no worker knows waits for one that does", async () => {
  const [old, other] = [harness.process(), harness.process()];
  const engine = await old.start(probeFunctions(old.client, harness.sql), { queue: { capacity: 1 } });
  await engine.stop();
  await harness.sql`
    insert into engine.jobs (id, fn, payload) values ('later', 'carillon-probe', ${probePayload(7)})`;
  const without = await other.start([other.client.createFunction({ id: "other", triggers: [] }, () => null)]);
  await until(async () => (await setbacks("later")) === 1);
  await without.stop();
  await harness.process().start(probeFunctions(old.client, harness.sql));
  await until(async () => (await countOf("second done")) === 1);
});

test("a job that can't be read is postponed alone", async () => {
  const { client, start } = harness.process();
  await harness.sql`
    insert into engine.jobs (id, fn, payload)
    select case n when 25 then 'poison' else 'job ' || n end, 'carillon-probe',
      case n when 25 then '{ not json' else ${probePayload(1)} end
    from generate_series(1, 50) n`;
  await start(probeFunctions(client, harness.sql));
  await until(async () => (await countOf("second done")) === 49);
  await until(async () => (await setbacks("poison")) >= 1 && (await harness.unfinished()) === 1);
});

const probePayload = (run: number): string =>
  JSON.stringify({ id: "x", name: "probe", data: { run, key: "k" } });

async function startChild(leaseMs: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", `${import.meta.dirname}/testing/child.ts`, harness.url, String(leaseMs)],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LOG_LEVEL: "silent" } },
  );
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const openGate = (name: string) => harness.sql`insert into gate values (${name})`;

async function countOf(step: string): Promise<number> {
  return (await harness.sql`select 1 from probe where step = ${step}`).length;
}

async function runsThatDid(step: string): Promise<number> {
  return (await harness.sql`select distinct run from probe where step = ${step}`).length;
}

async function owned(): Promise<number> {
  return (await harness.sql`select 1 from engine.jobs where owner is not null`).length;
}

async function setbacks(id: string): Promise<number> {
  const [row] = await harness.sql<{ setbacks: number }[]>`select setbacks from engine.jobs where id = ${id}`;
  return row?.setbacks ?? 0;
}

async function terminateEngineConnections(): Promise<number> {
  const rows = await harness.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'carillon engine'`;
  return rows.length;
}

/** Connections that hold the lock of an owner number, by their process id. */
async function lockHolders(): Promise<number[]> {
  const rows = await harness.sql<{ pid: number }[]>`
    select pid from pg_locks where locktype = 'advisory' and classid = ${OWNER_LOCK}
      and database = (select oid from pg_database where datname = current_database())`;
  return rows.map(({ pid }) => pid);
}

async function noSlotsAreTaken(): Promise<void> {
  await until(async () => {
    const rows = await harness.sql`select 1 from engine.slots where running <> 0 or waiting <> 0`;
    return rows.length === 0;
  });
}

test("a run whose step outlasts the grace of a stop has not failed: another engine goes on with it", async () => {
  const first = harness.process();
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => (finish = resolve));
  let begun = 0;
  const fn = (client: Inngest) =>
    client.createFunction(
      { id: "fn", triggers: { event: "a" }, checkpointing: { bufferedSteps: 1 } },
      async ({ step }) => {
        await step.run("slow", () => ((begun += 1) === 1 ? slow : undefined));
        await step.run("last", () => undefined);
      },
    );
  const engine = await first.start([fn(first.client)]);
  await first.client.send({ name: "a", data: {} });
  await until(() => begun === 1);
  // The worst moment: the step's result finds nobody to take it.
  const { disconnect } = first.bridge;
  first.bridge.disconnect = () => {
    disconnect();
    finish();
  };
  await engine.stop(0);
  expect(await harness.unfinished()).toBe(1);
  const second = harness.process();
  await second.start([fn(second.client)]);
  await until(async () => (await harness.unfinished()) === 0);
  expect(begun).toBe(2);
  expect(await harness.sql`select id from engine.failures`).toHaveLength(0);
});
