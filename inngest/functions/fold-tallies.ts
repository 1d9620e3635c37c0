import { cron } from "inngest";
import { foldTallies as fold } from "@/lib/operations/fold-tallies";
import { inngest } from "../client";
import { ONE_CALL } from "./steps";

/** Keeps the hourly counts behind the charts short to add up. A minute missed makes them slower, never wrong. */
export const foldTallies = inngest.createFunction(
  {
    id: "fold-tallies",
    triggers: [cron("* * * * *")],
    retries: 0,
    concurrency: 1,
    checkpointing: ONE_CALL,
  },
  async ({ step }) => step.run("fold", () => fold()),
);
