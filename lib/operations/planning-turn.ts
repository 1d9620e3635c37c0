import { performance } from "node:perf_hooks";
import { channelSlots } from "./channel-slots";

/** First attempts of one channel that may wait in a busy process: each is sent within seconds even where a core is shared. */
const LONG_QUEUE = 200;
/** Share of the time in which the process was at work: above it, the process and not a receiver is what is waited for. */
const BUSY = 0.9;
/** The share of the time at work is taken over at least this long. */
const WATCH_MS = 50;
/** How often a waiting call looks again: about as often as a channel's places are given to others. */
const LOOK_EVERY_MS = 5;
/** Whoever waits longer leaves the events to another call, so that no step runs for long. */
const MAX_WAIT_MS = 4_000;

/** `waited`: what was read before is old by now. `end` must be called when the plans are stored. */
export interface PlanningTurn {
  waited: boolean;
  end(): void;
}

export interface PlanningTurns {
  /**
   * The turn to plan events for these channels, at once unless the process has all hands full with what is planned for
   * them already. Undefined when none came in time.
   */
  take(channelIds: readonly string[]): Promise<PlanningTurn | undefined>;
}

/**
 * What is planned holds leases, and a lease runs out: a process that plans far ahead of what it can send ends up giving
 * most of it to durable runs, which cost more. So in a busy process plans for a channel with a long queue are made one at
 * a time, and only as the queue gets shorter. A slow receiver alone makes nobody wait: then the process is idle.
 */
export function createPlanningTurns(options: {
  queueOf(channelId: string): number;
  isBusy(): boolean;
  pause?: (ms: number) => Promise<void>;
}): PlanningTurns {
  const { queueOf, isBusy, pause = sleep } = options;
  let taken = false;
  const isFull = (channelIds: readonly string[]) =>
    channelIds.some((id) => queueOf(id) >= LONG_QUEUE) && isBusy();
  return {
    take: async (channelIds) => {
      if (!isFull(channelIds)) return { waited: false, end: () => {} };
      // By the clock too: in a busy process a pause takes longer than it was to.
      const end = performance.now() + MAX_WAIT_MS;
      for (let waited = 0; waited < MAX_WAIT_MS && performance.now() < end; waited += LOOK_EVERY_MS) {
        await pause(LOOK_EVERY_MS);
        if (taken || isFull(channelIds)) continue;
        taken = true;
        return { waited: true, end: () => void (taken = false) };
      }
      return undefined;
    },
  };
}

/** Whether the event loop of this process hardly ever had nothing to do lately. */
function watchLoop(): () => boolean {
  let from = performance.eventLoopUtilization();
  let lookedAt = performance.now();
  let busy = false;
  return () => {
    if (performance.now() - lookedAt >= WATCH_MS) {
      const now = performance.eventLoopUtilization();
      busy = performance.eventLoopUtilization(now, from).utilization >= BUSY;
      from = now;
      lookedAt = performance.now();
    }
    return busy;
  };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The turns of this process. */
export const planningTurns = createPlanningTurns({
  queueOf: (channelId) => channelSlots.queueOf(channelId),
  isBusy: watchLoop(),
});
