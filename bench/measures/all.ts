import type { Measure } from "../measure";
import { deadChannels } from "./dead-channels";
import { firstLoad } from "./first-load";
import { growth } from "./growth";
import { ingestBatches } from "./ingest-batches";
import { ingestSingle } from "./ingest-single";
import { latency } from "./latency";
import { layoutShift } from "./layout-shift";
import { secondStart } from "./second-start";
import { throughput } from "./throughput";
import { waitingRetries } from "./waiting-retries";

/** In the order in which they run: what leaves the tables large comes last. */
export const measures: readonly Measure[] = [
  ...throughput,
  ingestBatches,
  ingestSingle,
  latency,
  deadChannels,
  waitingRetries,
  firstLoad,
  layoutShift,
  secondStart,
  growth,
];
