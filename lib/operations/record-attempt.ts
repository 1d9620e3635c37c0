import { rawSql } from "@/db/client";
import {
  recordResults,
  type AttemptResult,
  type AttemptRow,
  type RecordedResult,
} from "@/db/queries/pipeline-record";
import { log } from "@/lib/log";
import { isBadData } from "./bad-data";
import { groupCommit } from "./group-commit";

/**
 * Enough to amortise a commit; few enough that requests of the others go on while a statement runs, since places are held
 * until their results are written.
 */
const MAX_RESULTS_PER_STATEMENT = 128;
/** A statement costs as much as some twenty of its rows; results that trickle in share one. */
const GATHER = { items: 64, ms: 10 };
/** While the database is away, for how long a result is held in memory: until its lease has surely run out. */
const PATIENCE_MS = 15_000;
/** A statement takes milliseconds; one that is silent for so long is given up and repeated. */
const DEADLINE_MS = 5_000;

const recorder = groupCommit<AttemptResult, RecordedResult | undefined>({
  write: async (results) => {
    const recorded = await recordResults(rawSql(), results);
    const byPosition = new Map(recorded.map((row) => [row.n, row]));
    return results.map((_, index) => byPosition.get(index + 1));
  },
  maxItems: MAX_RESULTS_PER_STATEMENT,
  gather: GATHER,
  patienceMs: PATIENCE_MS,
  deadlineMs: DEADLINE_MS,
});

/**
 * Writes what an attempt came to, together with whatever else has just ended. Undefined when the lease was lost: somebody
 * else has the delivery, and this result changes nothing.
 */
export async function recordAttempt(result: AttemptResult): Promise<RecordedResult | undefined> {
  try {
    return await recorder.add(result);
  } catch (error) {
    if (!isBadData(error)) throw error;
    // Whatever a receiver has put into its answer: an attempt that can't be written would be repeated for ever.
    log().error(
      { err: error, deliveryId: result.attempt.deliveryId },
      "an answer could not be written in full",
    );
    return recorder.add({ ...result, attempt: { ...result.attempt, ...BARE } });
  }
}

/** What of an attempt comes from outside. */
const BARE = { errorDetail: null, responseHeaders: null, responseBody: null } satisfies Partial<AttemptRow>;
