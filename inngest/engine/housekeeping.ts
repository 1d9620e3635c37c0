import type { Pool } from "./pool";
import type { Queue } from "./queue";
import { bringBackJobs, databaseTime } from "./store/clock";
import { startWaitingEvents } from "./store/register";
import { releaseOrphans } from "./store/release";
import { openKeys, removeIdleSlots, removeOld } from "./store/retention";

const ROUND_MS = 5000;
const CLEANING_MS = 10 * 60_000;

/** What no job waits for: events whose function came late, lost wake-up calls, a clock that was set back, and rows that are old. */
export class Housekeeping {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #cleanedAt = -Infinity;
  #lastTime = Infinity;
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
    await this.#followClock();
    const orphans = await this.pool.run(releaseOrphans);
    const keys = await this.pool.run(openKeys);
    if (orphans.jobs > 0 || keys.length > 0) this.queue.wake(keys);
    if (performance.now() - this.#cleanedAt > CLEANING_MS) await this.#clean();
  }

  /** At the first round too: nobody may have been there when the clock was set. */
  async #followClock(): Promise<void> {
    const time = await this.pool.run(databaseTime);
    const setBack = time < this.#lastTime;
    this.#lastTime = time;
    if (setBack && (await this.pool.run(bringBackJobs)) > 0) this.queue.wake();
  }

  async #clean(): Promise<void> {
    while (!this.#stopped && (await this.pool.run(removeOld)) > 0);
    await this.pool.run(removeIdleSlots);
    this.#cleanedAt = performance.now();
  }
}
