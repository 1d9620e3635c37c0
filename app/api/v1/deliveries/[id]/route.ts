import { getDelivery as queryDelivery } from "@/db/queries/deliveries";
import { getDelivery } from "@/lib/api/endpoints/deliveries";
import { methods } from "@/lib/api/methods";
import { presentDeliveryDetail } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";
import { NotFound } from "@/lib/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getDelivery, async ({ ctx, id }) => {
    const delivery = await queryDelivery(ctx.db, ctx.workspaceId, id);
    if (!delivery) throw new NotFound("The delivery");
    return presentDeliveryDetail(delivery);
  }),
});
