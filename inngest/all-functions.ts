import { deliver } from "./functions/deliver";
import { fanOutEvent } from "./functions/fan-out-event";
import { foldTallies } from "./functions/fold-tallies";
import { indexWords } from "./functions/index-words";
import { pruneHistory } from "./functions/prune-history";
import { redeliver } from "./functions/redeliver";
import { sweepStalled } from "./functions/sweep-stalled";

/** Every function of the pipeline, for whichever engine runs them. */
export const functions = [
  fanOutEvent,
  deliver,
  redeliver,
  sweepStalled,
  indexWords,
  foldTallies,
  pruneHistory,
];
