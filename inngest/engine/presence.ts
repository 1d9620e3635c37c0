import type { Pool } from "./pool";
import { releaseDeadWorkers, type Released } from "./store/release";
import { beat, lockOwner, registerWorker, unregisterWorker } from "./store/workers";
import { WAKE_CHANNEL } from "./store/send";

export interface PresenceOptions {
  /** Silence after which a worker that still holds its lock counts as hung. Must outlast an attempt's 10 s. */
  leaseMs: number;
  /** Between heartbeats. */
  beatMs: number;
  /** Silence after which a worker without its lock counts as dead: several heartbeats. */
  silenceMs: number;
}

export const PRESENCE: PresenceOptions = { leaseMs: 20_000, beatMs: 300, silenceMs: 2000 };

interface PresenceEvents {
  /** The number that everything is owned under from now on. */
  onOwner(owner: number): void;
  /** Another process has work for us. */
  onWake(): void;
  /** The old number is void, and with it all that was owned under it. */
  onFenced(owner: number): void;
  onReleased(released: Released): void;
  onTrouble(what: string, error: unknown): void;
}

// Long enough for a closing connection to be gone entirely before it is opened again.
const AFTER_LOSS_MS = 20;

/**
 * This worker's place among the workers: its owner number, the session lock and the heartbeat that prove it alive, the
 * wake-up calls of other processes, and the eye on the other workers.
 */
export class Presence {
  /** The number to own jobs under; 0 before the first heartbeat. */
  owner = 0;
  /** What the heartbeat reports. */
  ready = false;
  #lastBeat: number | undefined;
  /** Undefined after trouble. A process that has just started has seen none. */
  #steadySince: number | undefined = -Infinity;
  #listening: unknown;
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> | undefined;
  #stopped = false;

  /** `pool` has one connection and no other user: the lock lives and dies with it. */
  constructor(
    private readonly pool: Pool,
    private readonly events: PresenceEvents,
    private readonly options: PresenceOptions,
  ) {}

  /** False after a silence that may have cost us our jobs: nothing new must be started before the next heartbeat. */
  get fresh(): boolean {
    return this.#lastBeat !== undefined && performance.now() - this.#lastBeat < this.options.leaseMs / 2;
  }

  /** Resolves with the first successful heartbeat, however long the database is away. */
  async start(): Promise<void> {
    while (this.#lastBeat === undefined && !this.#stopped) {
      await this.#tick();
      if (this.#lastBeat === undefined) await new Promise((resolve) => setTimeout(resolve, AFTER_LOSS_MS));
    }
  }

  /** The connection is gone, and the lock with it: it must be held again before anyone draws conclusions. */
  connectionLost(): void {
    this.#steadySince = undefined;
    if (!this.#stopped) this.#schedule(AFTER_LOSS_MS);
  }

  /** Leaves for good; jobs still owned are given to others at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#beating;
    await this.pool.run((sql) => unregisterWorker(sql, this.owner)).catch(() => {});
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#tick();
    }, afterMs);
  }

  #tick(): Promise<void> {
    this.#beating ??= this.#beat()
      .catch((error: unknown) => {
        this.#steadySince = undefined;
        this.events.onTrouble("heartbeat", error);
      })
      .finally(() => {
        this.#beating = undefined;
        if (!this.#stopped && this.#timer === undefined) this.#schedule(this.options.beatMs);
      });
    return this.#beating;
  }

  async #beat(): Promise<void> {
    if (this.owner === 0) await this.#register();
    const state = await this.pool.run((sql) => beat(sql, this.owner, this.ready));
    if (!state.known) {
      const lost = this.owner;
      await this.#register();
      this.events.onFenced(lost);
    }
    if (!state.locked || !state.known) await this.pool.run((sql) => lockOwner(sql, this.owner));
    await this.#listen();
    await this.#watchOthers();
    this.#lastBeat = performance.now();
  }

  async #register(): Promise<void> {
    this.owner = await this.pool.run((sql) => registerWorker(sql, process.pid));
    this.events.onOwner(this.owner);
  }

  async #listen(): Promise<void> {
    const { sql } = this.pool;
    if (this.#listening === sql) return;
    await this.pool.run(() => sql.listen(WAKE_CHANNEL, () => this.events.onWake()));
    this.#listening = sql;
    // Calls between the two listeners were missed.
    this.events.onWake();
  }

  /** After an outage everybody looks dead at first, so only a worker that was steady for a while may judge. */
  async #watchOthers(): Promise<void> {
    const { silenceMs } = this.options;
    const now = performance.now();
    if (this.#lastBeat !== undefined && now - this.#lastBeat > silenceMs) this.#steadySince = undefined;
    this.#steadySince ??= now;
    if (now - this.#steadySince < 2 * silenceMs) return;
    const released = await this.pool.run((sql) =>
      releaseDeadWorkers(sql, { owner: this.owner, ...this.options }),
    );
    if (released.jobs > 0 || released.opened.length > 0) this.events.onReleased(released);
  }
}
