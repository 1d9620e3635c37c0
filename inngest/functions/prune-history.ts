import { cron } from "inngest";
import { pruneHistory as prune } from "@/lib/operations/prune-history";
import { inngest } from "../client";
import { ONE_CALL } from "./steps";

/** Parts of one run, of a few seconds each; the next hour goes on where this one ended. */
const MAX_PARTS = 100;

/** Removes what is older than the retention times, every hour and part by part. */
export const pruneHistory = inngest.createFunction(
  {
    id: "prune-history",
    triggers: [cron("17 * * * *")],
    retries: 2,
    concurrency: 1,
    checkpointing: ONE_CALL,
  },
  async ({ step }) => {
    for (let part = 1; part <= MAX_PARTS; part++) {
      const { more } = await step.run(`part-${part}`, () => prune());
      if (!more) return "done";
    }
    return "to be continued";
  },
);
