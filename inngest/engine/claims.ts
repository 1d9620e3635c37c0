import { isDatabaseAway } from "@/db/availability";
import { STATEMENT_DEADLINE_MS, type Pool } from "./pool";
import { releaseClaims } from "./store/release";

/**
 * Numbers for the statements that claim jobs, and the memory of those whose answer was lost with their connection:
 * what they took is ours, but nobody here knows of it.
 */
export class Claims {
  #count = 0;
  /** Claims without an answer, and when they were lost. */
  #lost = new Map<number, number>();

  constructor(private readonly pool: Pick<Pool, "run">) {}

  /** Runs a claiming statement under a number of its own. */
  async make<T>(statement: (claim: number) => Promise<T>): Promise<T> {
    const claim = (this.#count += 1);
    try {
      return await statement(claim);
    } catch (error) {
      if (isDatabaseAway(error)) this.#lost.set(claim, performance.now());
      throw error;
    }
  }

  /**
   * Gives back what lost claims took; returns the keys whose slots became free. Repeated for a while, since Postgres may
   * still be carrying out a statement whose connection we gave up.
   */
  async returnLost(owner: number): Promise<string[]> {
    if (this.#lost.size === 0) return [];
    const lost = [...this.#lost.keys()];
    const { opened } = await this.pool.run((sql) => releaseClaims(sql, owner, lost));
    for (const [claim, lostAt] of this.#lost) {
      if (performance.now() - lostAt > 2 * STATEMENT_DEADLINE_MS) this.#lost.delete(claim);
    }
    return opened;
  }

  /** All jobs of the old owner number are others' now. */
  forget(): void {
    this.#lost.clear();
  }
}
