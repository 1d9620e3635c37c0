import { isDatabaseAway } from "@/db/availability";
import { postgresCode } from "@/db/client";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/**
 * Repeats `work` while it fails for reasons that pass: the database is away, or two statements stood in each other's
 * way. Rejects with any other error. `work` must bear repeating.
 */
export async function persist<T>(work: () => Promise<T>, onFailure: (error: unknown) => void): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      onFailure(error);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

// 40001, 40P01: serialization failure, deadlock; 57014: cancelled by its timeout on a machine under pressure.
const PASSING = new Set(["40001", "40P01", "57014"]);

const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) || PASSING.has(postgresCode(error) ?? "");
