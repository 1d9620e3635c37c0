import type { Pool } from "./pool";
import type { Queue } from "./queue";
import { startWaitingEvents } from "./store/register";
import { releaseOrphans } from "./store/release";
import { openKeys, removeIdleSlots, removeOld } from "./store/retention";

const ROUND_MS = 5000;
const CLEANING_MS = 10 * 60_000;

/** What no job waits for: events whose function came late, wake-up calls that got lost, and rows that are old. */
export class Housekeeping {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #cleanedAt = -Infinity;
  #stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly queue: Queue,
    private readonly onTrouble: (what: string, error: unknown) => void,
  ) {}

  start(): void {
    this.#round = this.#tidy()
      .catch((error: unknown) => this.onTrouble("housekeeping", error))
      .then(() => {
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), ROUND_MS);
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  async #tidy(): Promise<void> {
    while (!this.#stopped && (await this.pool.run(startWaitingEvents)) > 0);
    const orphans = await this.pool.run(releaseOrphans);
    const keys = await this.pool.run(openKeys);
    if (orphans.jobs > 0 || keys.length > 0) this.queue.wake(keys);
    if (performance.now() - this.#cleanedAt > CLEANING_MS) await this.#clean();
  }

  async #clean(): Promise<void> {
    while (!this.#stopped && (await this.pool.run(removeOld)) > 0);
    await this.pool.run(removeIdleSlots);
    this.#cleanedAt = performance.now();
  }
}
