import { isPassing } from "@/db/availability";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/**
 * Repeats `work` for `patienceMs` while it fails for a reason that passes, such as a database that is away. Rejects with the
 * last error. `work` must bear repeating, also where it was done and only its answer was lost.
 */
export async function persistently<T>(
  work: () => Promise<T>,
  patienceMs: number,
  passes: (error: unknown) => boolean = isPassing,
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error) || performance.now() + pause > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
