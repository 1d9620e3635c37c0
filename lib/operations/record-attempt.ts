import { rawSql } from "@/db/client";
import { recordResults, type AttemptResult, type RecordedResult } from "@/db/queries/pipeline-record";
import { groupCommit } from "./group-commit";

/** Enough to amortise a commit, few enough that a poisoned group is soon taken apart. */
const MAX_RESULTS_PER_STATEMENT = 500;
/** While the database is away, for how long a result is held in memory: until its lease has surely run out. */
const PATIENCE_MS = 15_000;

const recorder = groupCommit<AttemptResult, RecordedResult | undefined>({
  write: async (results) => {
    const recorded = await recordResults(rawSql(), results);
    const byPosition = new Map(recorded.map((row) => [row.n, row]));
    return results.map((_, index) => byPosition.get(index + 1));
  },
  maxItems: MAX_RESULTS_PER_STATEMENT,
  patienceMs: PATIENCE_MS,
});

/**
 * Writes what an attempt came to, together with whatever else has just ended. Undefined when the lease was lost: somebody
 * else has the delivery, and this result changes nothing.
 */
export const recordAttempt = (result: AttemptResult): Promise<RecordedResult | undefined> =>
  recorder.add(result);
