import { testChannel } from "@/lib/api/endpoints/channels";
import { methods } from "@/lib/api/methods";
import { presentAttempt } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";
import { sendTest } from "@/lib/operations/send-test";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(testChannel, async ({ ctx, id, body: { eventType } }) => {
    const { attempt, body } = await sendTest(ctx, { channelId: id, eventType });
    return presentAttempt(attempt, body);
  }),
});
