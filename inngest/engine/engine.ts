import type { Inngest, InngestFunction } from "inngest";
import { isDatabaseAway } from "@/db/availability";
import { log } from "@/lib/log";
import { Batcher } from "./batcher";
import type { Bridge } from "./bridge";
import { readFunctions, type EngineFunction } from "./config";
import { cronEntries, cronTriggers, Crons } from "./crons";
import { backoff } from "./delays";
import { Executions } from "./executions";
import { Housekeeping } from "./housekeeping";
import { persist } from "./persist";
import { Pool } from "./pool";
import { Presence, PRESENCE, type PresenceOptions } from "./presence";
import { Queue, QUEUE, type QueueOptions } from "./queue";
import { applyChanges, type Applied, type Changes } from "./store/apply";
import { registerFunctions, triggerRows } from "./store/register";
import { tuneTables } from "./store/retention";
import { inProcessTransport, type Transport } from "./transport";
import { onTrouble } from "./trouble";
import { isWarmUp, warmUp, warmUpFunction } from "./warm-up";

export interface EngineInput {
  client: Inngest;
  /** The bridge that the client was made with. */
  bridge: Bridge;
  functions: readonly InngestFunction.Any[];
  databaseUrl: string;
  presence?: Partial<PresenceOptions>;
  queue?: Partial<QueueOptions>;
  /** Milliseconds until a failed attempt (from 0) is tried again; Inngest's schedule unless given. */
  backoff?: (attempt: number) => number;
}

export interface Engine {
  /** Takes nothing new, finishes what runs within the grace period, gives the rest back and disconnects. */
  stop(graceMs?: number): Promise<void>;
}

// Two lanes of commits, a claim, schedules and housekeeping.
const CONNECTIONS = 5;
// Outlasts an attempt's 10 s, so that a stop cuts none; the launcher kills after 11 s.
const GRACE_MS = 10_500;

/**
 * Runs functions until stopped, safely beside other engines on the same database. Resolves when everything is
 * registered and warm. Throws UnsupportedOption, before touching the database, for what it would have to ignore.
 */
export async function startEngine(input: EngineInput): Promise<Engine> {
  const { client, bridge } = input;
  const transport = inProcessTransport(client, [...input.functions, warmUpFunction(client)]);
  const functions = await functionsOf(client, transport);
  const parts = assemble(input, transport, functions);
  const { pool, presence, queue, crons, housekeeping, batcher, executions } = parts;
  await presence.start();
  await register(pool, functions);
  bridge.connect({
    send: async (events) => void (await batcher.put({ kind: "send", events })),
    checkpoint: (name, operations) => executions.checkpoint(name, operations),
  });
  await warmUp(client, transport);
  presence.ready = true;
  queue.start();
  crons.start();
  housekeeping.start();
  return { stop: (graceMs = GRACE_MS) => stop(parts, bridge, graceMs) };
}

async function functionsOf(client: Inngest, transport: Transport): Promise<Map<string, EngineFunction>> {
  const registered = readFunctions(await transport.sync());
  return new Map(registered.filter(({ id }) => !isWarmUp(client, id)).map((fn) => [fn.id, fn]));
}

async function register(pool: Pool, functions: ReadonlyMap<string, EngineFunction>): Promise<void> {
  const crons = cronEntries(functions.values(), new Date());
  const triggers = [...[...functions.values()].flatMap(triggerRows), ...cronTriggers(functions.values())];
  await persist(
    () => pool.run((sql) => registerFunctions(sql, triggers, crons)),
    (error) => onTrouble("registration", error),
  );
  // Worth having, not worth failing for: another user may own the tables.
  await pool.run(tuneTables).catch((error: unknown) => onTrouble("tuning of the tables", error));
}

type Parts = ReturnType<typeof assemble>;

function assemble(input: EngineInput, transport: Transport, functions: ReadonlyMap<string, EngineFunction>) {
  const pool = new Pool(input.databaseUrl, CONNECTIONS);
  const presencePool = new Pool(input.databaseUrl, 1, () => presence.connectionLost());
  const presence: Presence = new Presence(
    presencePool,
    {
      onWake: () => queue.wake(),
      onReleased: ({ jobs, opened }) => {
        log().warn({ jobs }, "Took over the jobs of a worker that is gone");
        queue.wake(opened);
      },
      onFenced: (owner) => {
        log().warn({ owner }, "This worker was silent for so long that others took its jobs");
        queue.forget(owner);
      },
      onTrouble,
    },
    { ...PRESENCE, ...input.presence },
  );
  const queue: Queue = new Queue(
    pool,
    presence,
    { run: (job) => executions.run(job), onTrouble },
    { ...QUEUE, ...input.queue },
  );
  const batcher = new Batcher(
    (changes) => write(pool, presence, queue, changes),
    (error) => onTrouble("commit", error),
  );
  const executions = new Executions(
    {
      functions,
      transport,
      put: (change) => batcher.put(change),
      backoff: input.backoff ?? backoff,
      onWaiting: (until) => queue.expect(until),
      onSetback: (job, reason) => log().warn({ run: job.id, fn: job.fn, reason }, "Run postponed"),
      onFailure: (job, error) =>
        log().error({ run: job.id, fn: job.fn, reason: error.message }, "Run failed"),
    },
    onTrouble,
  );
  const crons = new Crons(pool, functions, onTrouble);
  const housekeeping = new Housekeeping(pool, queue, onTrouble);
  return { pool, presencePool, presence, queue, batcher, executions, crons, housekeeping };
}

/** One group commit, and what it brings back: jobs that took over freed slots. */
async function write(pool: Pool, presence: Presence, queue: Queue, changes: Changes): Promise<Applied> {
  const claim = queue.nextClaim();
  const accept = queue.accepting && presence.fresh;
  const handover = { owner: presence.owner, claim, accept, notify: queue.full };
  try {
    const applied = await pool.run((sql) => applyChanges(sql, changes, handover));
    queue.accept(applied.taken);
    if (applied.started > 0 || applied.opened.length > 0) queue.wake(applied.opened);
    return applied;
  } catch (error) {
    if (accept && isDatabaseAway(error)) queue.claimLost(claim);
    throw error;
  }
}

async function stop(parts: Parts, bridge: Bridge, graceMs: number): Promise<void> {
  const { pool, presencePool, presence, queue, executions, crons, housekeeping } = parts;
  presence.ready = false;
  await Promise.all([crons.stop(), housekeeping.stop()]);
  await executions.release(await queue.stop());
  const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  await Promise.race([queue.idle(), grace]);
  // Slots that the last commits freed may have brought parked jobs along.
  await executions.release(await queue.stop());
  bridge.disconnect();
  await presence.stop();
  await Promise.all([pool.end(), presencePool.end()]);
}
