import type { Claims } from "./claims";
import type { Pool } from "./pool";
import type { Presence } from "./presence";
import { claimJobs } from "./store/claim";
import type { ClaimedJob } from "./store/job";

export interface QueueOptions {
  /** Executions at a time in this process. Most wait for a receiver, so they are many. */
  capacity: number;
  /** Jobs claimed ahead of free capacity: a claim per dozens of jobs instead of one per job. */
  ahead: number;
  /** How long a missed wake-up call can go unnoticed. */
  pollMs: number;
}

export const QUEUE: QueueOptions = { capacity: 200, ahead: 64, pollMs: 250 };

interface QueueEvents {
  /** Executes a job. Never rejects. */
  run(job: ClaimedJob): Promise<void>;
  onTrouble(what: string, error: unknown): void;
}

/** Claims due jobs in big bites and runs them, as many at a time as there is capacity. */
export class Queue {
  #buffer: ClaimedJob[] = [];
  #running = new Set<Promise<void>>();
  #keys = new Set<string>();
  #claiming: Promise<void> | undefined;
  /** There may be due jobs that we have not seen. */
  #stale = true;
  #nextLookAt = Infinity;
  #timer: NodeJS.Timeout | undefined;
  #accepting = false;

  constructor(
    private readonly pool: Pick<Pool, "run">,
    private readonly claims: Claims,
    private readonly presence: Pick<Presence, "owner" | "fresh">,
    private readonly events: QueueEvents,
    private readonly options: QueueOptions,
  ) {}

  /** Whether jobs are taken at all: not before the start, not while stopping. */
  get accepting(): boolean {
    return this.#accepting;
  }

  /** No capacity is left for more than what is claimed already. */
  get full(): boolean {
    return this.#running.size + this.#buffer.length >= this.options.capacity;
  }

  start(): void {
    this.#accepting = true;
    this.wake();
  }

  /** There may be something due: now, or for these keys. */
  wake(keys: readonly string[] = []): void {
    for (const key of keys) this.#keys.add(key);
    this.#stale = true;
    this.#pump();
  }

  /** A job will be due at this time (milliseconds since the epoch). */
  expect(time: number): void {
    this.#lookIn(time - Date.now());
  }

  /** Jobs that are ours already. */
  accept(jobs: readonly ClaimedJob[]): void {
    this.#buffer.push(...jobs);
    this.#pump();
  }

  /** What was claimed under this number belongs to others now. */
  forget(owner: number): void {
    this.#buffer = this.#buffer.filter((job) => job.owner !== owner);
    this.claims.forget();
    this.wake();
  }

  /** Takes nothing more and returns what was claimed but not begun. */
  async stop(): Promise<ClaimedJob[]> {
    this.#accepting = false;
    clearTimeout(this.#timer);
    await this.#claiming;
    return this.#buffer.splice(0);
  }

  /** Resolves when nothing is being executed. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
  }

  #pump(): void {
    if (!this.#accepting) return;
    this.#lookIn(this.options.pollMs);
    if (!this.presence.fresh) return;
    while (this.#buffer.length > 0 && this.#running.size < this.options.capacity) {
      const job = this.#buffer.shift();
      if (job !== undefined && job.owner === this.presence.owner) this.#run(job);
    }
    if (this.#buffer.length <= this.options.ahead / 2 && this.#stale) this.#fill();
  }

  #run(job: ClaimedJob): void {
    const running = this.events.run(job).finally(() => {
      this.#running.delete(running);
      this.#pump();
    });
    this.#running.add(running);
  }

  #fill(): void {
    this.#claiming ??= this.#claim()
      .catch((error: unknown) => {
        this.events.onTrouble("claim", error);
        this.#lookIn(this.options.pollMs);
      })
      .finally(() => {
        this.#claiming = undefined;
        this.#pump();
      });
  }

  async #claim(): Promise<void> {
    const want = this.options.capacity + this.options.ahead - this.#running.size - this.#buffer.length;
    const { owner } = this.presence;
    if (want <= 0) return;
    // From here on, a wake-up call means another look; after a failure the next poll is one.
    this.#stale = false;
    for (const key of await this.claims.returnLost(owner)) this.#keys.add(key);
    const keys = [...this.#keys];
    this.#keys.clear();
    try {
      const claimed = await this.claims.make((claim) =>
        this.pool.run((sql) => claimJobs(sql, { owner, claim, want, keys })),
      );
      this.#buffer.push(...claimed.jobs);
      if (claimed.more) this.#stale = true;
      if (claimed.dueInMs !== null) this.#lookIn(claimed.dueInMs);
    } catch (error) {
      for (const key of keys) this.#keys.add(key);
      throw error;
    }
  }

  /** Looks for due jobs after this time, or earlier if that is planned already. */
  #lookIn(ms: number): void {
    const at = performance.now() + Math.max(0, ms);
    if (!this.#accepting || (this.#timer !== undefined && at >= this.#nextLookAt)) return;
    clearTimeout(this.#timer);
    this.#nextLookAt = at;
    // Timers fire up to a millisecond early; looking twice would cost more than that millisecond.
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.wake();
      },
      Math.ceil(ms) + 1,
    );
  }
}
