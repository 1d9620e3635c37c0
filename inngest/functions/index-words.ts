import { cron } from "inngest";
import { indexWords as index } from "@/lib/operations/index-words";
import { inngest } from "../client";
import { ONE_CALL } from "./steps";

/** Parts of one run, of a few seconds each; the next minute goes on where this one ended. */
const MAX_PARTS = 10;

/** Keeps the index of the logs' search up to date. A minute missed makes searches look through more, and find the same. */
export const indexWords = inngest.createFunction(
  {
    id: "index-words",
    triggers: [cron("* * * * *")],
    retries: 0,
    concurrency: 1,
    checkpointing: ONE_CALL,
  },
  async ({ step }) => {
    for (let part = 1; part <= MAX_PARTS; part++) {
      if (!(await step.run(`part-${part}`, () => index()))) return "done";
    }
    return "to be continued";
  },
);
