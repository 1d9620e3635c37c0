import { getRedelivery as queryRedelivery } from "@/db/queries/redeliveries";
import { getRedelivery } from "@/lib/api/endpoints/deliveries";
import { methods } from "@/lib/api/methods";
import { serve } from "@/lib/api/serve";
import { NotFound } from "@/lib/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getRedelivery, async ({ ctx, id }) => {
    const progress = await queryRedelivery(ctx.db, ctx.workspaceId, id);
    if (!progress) throw new NotFound("The redelivery");
    return progress;
  }),
});
