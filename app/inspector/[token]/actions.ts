"use server";

import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { MAX_ANSWER_BYTES, setInspectorAnswer } from "@/lib/operations/set-inspector-answer";

/**
 * Chooses what an inspector answers. The token alone permits looking; changing takes an owner or admin of the
 * inspector's workspace. What is usable is for the operation to say.
 */
export const chooseAnswer = managerAction(
  z.object({
    token: z.string().max(200),
    // Characters here, bytes there: this only bounds what is parsed at all.
    answer: z.object({
      status: z.number({ error: "Choose a whole number from 200 to 599." }),
      body: z.string().max(2 * MAX_ANSWER_BYTES),
      delayMs: z.number({ error: "Choose a number of seconds." }),
    }),
  }),
  async ({ ctx }, { token, answer }) => {
    await setInspectorAnswer(ctx, { token, answer });
    return answer;
  },
);
