import type { Inngest, InngestFunction } from "inngest";
import { assemble, type Parts } from "./assemble";
import type { Bridge } from "./bridge";
import { backoff } from "./delays";
import { withoutAsyncContext } from "./no-async-context";
import { PRESENCE, type PresenceOptions } from "./presence";
import { QUEUE, type QueueOptions } from "./queue";
import { readRegistration, register } from "./registration";
import { inProcessTransport } from "./transport";
import { warmUp, warmUpFunction } from "./warm-up";

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
  /** Told this worker's number, and another one if others took it for dead: what it held under the old one is void. */
  onOwner?: (owner: number) => void;
  /** Work that functions left behind under this worker's number: a stop waits for it, too, within its grace period. */
  settled?: () => Promise<void>;
}

export interface Engine {
  /** Takes nothing new, finishes what runs within the grace period, gives the rest back and disconnects. */
  stop(graceMs?: number): Promise<void>;
}

// Outlasts an attempt's 10 s, so that a stop cuts none; the launcher kills after 11 s.
const GRACE_MS = 10_500;

/**
 * Runs functions until stopped, safely beside other engines on the same database. Resolves when everything is
 * registered and warm. Throws, before touching the database, for options that it would have to ignore.
 */
export async function startEngine(input: EngineInput): Promise<Engine> {
  const { client, bridge } = input;
  withoutAsyncContext();
  const transport = inProcessTransport(client, [...input.functions, warmUpFunction(client)]);
  const registration = await readRegistration(client, transport);
  const parts = assemble({
    databaseUrl: input.databaseUrl,
    backoff: input.backoff ?? backoff,
    onOwner: input.onOwner ?? (() => {}),
    transport,
    functions: registration.functions,
    presence: { ...PRESENCE, ...input.presence },
    queue: { ...QUEUE, ...input.queue },
  });
  const { pool, presence, queue, crons, housekeeping, batcher, executions } = parts;
  await presence.start();
  await register(pool, registration);
  bridge.connect({
    send: async (events) => void (await batcher.put({ kind: "send", events })),
    checkpoint: (name, operations) => executions.checkpoint(name, operations),
  });
  await warmUp(client, transport);
  presence.ready = true;
  queue.start();
  crons.start();
  housekeeping.start();
  return { stop: (graceMs = GRACE_MS) => stop(parts, bridge, graceMs, input.settled) };
}

async function stop(
  parts: Parts,
  bridge: Bridge,
  graceMs: number,
  settled: EngineInput["settled"],
): Promise<void> {
  const { pool, presencePool, presence, queue, executions, crons, housekeeping } = parts;
  presence.ready = false;
  await Promise.all([crons.stop(), housekeeping.stop()]);
  await executions.release(await queue.stop());
  const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  await Promise.race([queue.idle().then(settled), grace]);
  // Slots that the last commits freed may have brought parked jobs along.
  await executions.release(await queue.stop());
  // First of all nothing more can be written: a function that is refused a checkpoint while it could still report would
  // report a failure, and its run would end here instead of going on elsewhere.
  await pool.end();
  bridge.disconnect();
  await presence.stop();
  await presencePool.end();
}
