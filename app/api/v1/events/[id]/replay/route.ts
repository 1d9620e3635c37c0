import { announceDeliveries, announceRedelivery } from "@/inngest/announce";
import { replayEvent } from "@/lib/api/endpoints/events";
import { methods } from "@/lib/api/methods";
import { serve } from "@/lib/api/serve";
import { replayEvent as sendAgain } from "@/lib/operations/replay-event";
import { requireChannels } from "@/lib/operations/require-channels";
import { afterAnswer } from "../../../../after-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(replayEvent, async ({ ctx, id: eventId, body: { channelIds } }) => {
    await requireChannels(ctx, channelIds ?? [], "channelIds");
    const { redeliveryId, deliveries } = await sendAgain(ctx, { eventId, channelIds });
    afterAnswer(announceRedelivery(ctx.workspaceId, redeliveryId));
    afterAnswer(announceDeliveries(ctx.workspaceId, deliveries));
    return { id: redeliveryId };
  }),
});
