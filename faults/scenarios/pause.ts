import { setTimeout as sleep } from "node:timers/promises";
import { PRESENCE } from "@/inngest/engine/presence";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { underLoad } from "../ground";
import { Product } from "../product";
import type { Row, Scenario } from "../scenario";

const CHANNELS = 4;
/** Several leases: whatever the paused worker held has been given to the other by then. */
const PAUSE_MS = 6 * PRESENCE.leaseMs;

/** A worker stands still for two minutes while another takes over, and then goes on as if nothing had happened. */
export const pause: Scenario = {
  id: "pause",
  only: "long",
  run: async ({ ground }) => {
    const second = await Product.start(ground.product.sharing);
    try {
      const channels = await ground.channels(CHANNELS, { delayMs: 200 });
      const worker = ground.product.pidOf("worker");
      const { failures: _, ...verdict } = await underLoad(
        ground,
        channels,
        // Requests under way whose answer nobody read.
        { perSecond: 25, repeatsAtMost: () => CHANNELS * MAX_IN_FLIGHT_PER_CHANNEL },
        async () => {
          await sleep(3_000);
          process.kill(worker, "SIGSTOP");
          await sleep(PAUSE_MS);
          process.kill(worker, "SIGCONT");
          await sleep(5_000);
        },
      );
      await ground.close(channels);
      const same = ground.product.pidOf("worker") === worker;
      return [
        {
          ...verdict,
          fault: `a worker paused for ${PAUSE_MS / 1000} s while another takes over`,
          tried: 1,
          note: same ? "the paused worker went on" : "the paused worker had to be started again",
        } satisfies Row,
      ];
    } finally {
      await second.stop();
    }
  },
};
