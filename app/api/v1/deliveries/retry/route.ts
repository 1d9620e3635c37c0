import { announceRedelivery } from "@/inngest/announce";
import { retryDeliveries } from "@/lib/api/endpoints/deliveries";
import { deliveryFiltersOf } from "@/lib/api/filters";
import { methods } from "@/lib/api/methods";
import { serve } from "@/lib/api/serve";
import { startRedelivery } from "@/lib/operations/start-redelivery";
import { afterAnswer } from "../../../after-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(retryDeliveries, async ({ ctx, body }) => {
    const { id } = await startRedelivery(ctx, { filters: deliveryFiltersOf(body) });
    afterAnswer(announceRedelivery(ctx.workspaceId, id));
    return { id };
  }),
});
