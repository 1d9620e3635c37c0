import { getEvent as queryEvent } from "@/db/queries/events";
import { getEvent } from "@/lib/api/endpoints/events";
import { methods } from "@/lib/api/methods";
import { presentEvent } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";
import { NotFound } from "@/lib/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getEvent, async ({ ctx, id }) => {
    const event = await queryEvent(ctx.db, ctx.workspaceId, id);
    if (!event) throw new NotFound("The event");
    return presentEvent(event);
  }),
});
