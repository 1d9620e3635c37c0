import { listDeliveries as queryDeliveries } from "@/db/queries/delivery-list";
import { listDeliveries } from "@/lib/api/endpoints/deliveries";
import { deliveryFiltersOf } from "@/lib/api/filters";
import { methods } from "@/lib/api/methods";
import { presentDelivery, presentPage } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listDeliveries, async ({ ctx, query: { limit, cursor, ...filters } }) => {
    const page = { limit, cursor };
    const found = await queryDeliveries(ctx.db, ctx.workspaceId, deliveryFiltersOf(filters), page);
    return presentPage(found, presentDelivery);
  }),
});
