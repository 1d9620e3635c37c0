import { listEvents as queryEvents } from "@/db/queries/events";
import { listEvents, sendEvents } from "@/lib/api/endpoints/events";
import { timeRange } from "@/lib/api/filters";
import { methods } from "@/lib/api/methods";
import { presentEvent, presentPage } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listEvents, async ({ ctx, query: { limit, cursor, since, until, ...filters } }) => {
    const narrowed = { ...filters, ...timeRange({ since, until }) };
    return presentPage(await queryEvents(ctx.db, ctx.workspaceId, narrowed, { limit, cursor }), presentEvent);
  }),
});
