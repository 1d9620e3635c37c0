import { announceRedelivery } from "@/inngest/announce";
import { retryDelivery } from "@/lib/api/endpoints/deliveries";
import { methods } from "@/lib/api/methods";
import { serve } from "@/lib/api/serve";
import { startRedelivery } from "@/lib/operations/start-redelivery";
import { afterAnswer } from "../../../../after-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(retryDelivery, async ({ ctx, id: deliveryId }) => {
    const { id } = await startRedelivery(ctx, { deliveryIds: [deliveryId] });
    afterAnswer(announceRedelivery(ctx.workspaceId, id));
    return { id };
  }),
});
