import { rawSql } from "@/db/client";
import { indexWords as indexBatch } from "@/db/queries/word-index";

/** How long one call may work, so that no step of the engine runs for long. */
const WORK_MS = 5_000;

/**
 * Puts the words of events that are planned into the index of the logs' search. Until then searches look these events
 * through one by one. Answers whether its time was over before everything was done.
 */
export async function indexWords(): Promise<boolean> {
  const end = performance.now() + WORK_MS;
  while (await indexBatch(rawSql())) if (performance.now() > end) return true;
  return false;
}
