import { log } from "@/lib/log";
import { Batcher } from "./batcher";
import { Claims } from "./claims";
import type { EngineFunction } from "./config";
import { Crons } from "./crons";
import { Executions } from "./executions";
import { Housekeeping } from "./housekeeping";
import { Pool } from "./pool";
import { Presence, type PresenceOptions } from "./presence";
import { Queue, type QueueOptions } from "./queue";
import { applyChanges, type Applied, type Changes } from "./store/apply";
import type { ClaimedJob } from "./store/job";
import type { Transport } from "./transport";
import { onTrouble } from "./trouble";

export interface AssembleInput {
  databaseUrl: string;
  transport: Transport;
  functions: ReadonlyMap<string, EngineFunction>;
  presence: PresenceOptions;
  queue: QueueOptions;
  /** Milliseconds until a failed attempt (from 0) is tried again. */
  backoff(attempt: number): number;
  /** This worker's number, once it has one and whenever it gets another. */
  onOwner(owner: number): void;
}

export type Parts = ReturnType<typeof assemble>;

// Two lanes of commits, a claim, schedules and housekeeping.
const CONNECTIONS = 5;

/** The parts of an engine, connected with each other and not yet running. */
export function assemble(input: AssembleInput) {
  const { functions, transport } = input;
  const pool = new Pool(input.databaseUrl, CONNECTIONS);
  const presencePool = new Pool(input.databaseUrl, 1, () => presence.connectionLost());
  const presence: Presence = new Presence(
    presencePool,
    {
      onOwner: input.onOwner,
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
    input.presence,
  );
  const claims = new Claims(pool);
  const run = (job: ClaimedJob): Promise<void> => executions.run(job);
  const queue: Queue = new Queue(pool, claims, presence, { run, onTrouble }, input.queue);
  const batcher = new Batcher(
    (changes) => claims.make((claim) => write(pool, presence, queue, changes, claim)),
    (error) => onTrouble("commit", error),
  );
  const executions = new Executions(
    {
      functions,
      transport,
      put: (change) => batcher.put(change),
      backoff: input.backoff,
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
async function write(
  pool: Pool,
  { owner, fresh }: Presence,
  queue: Queue,
  changes: Changes,
  claim: number,
): Promise<Applied> {
  const handover = { owner, claim, accept: queue.accepting && fresh, notify: queue.full };
  const applied = await pool.run((sql) => applyChanges(sql, changes, handover));
  queue.accept(applied.taken);
  if (applied.started > 0 || applied.opened.length > 0) queue.wake(applied.opened);
  return applied;
}
