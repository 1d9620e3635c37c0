import { announce } from "@/inngest/announce";
import { listEvents as queryEvents } from "@/db/queries/events";
import { listEvents, sendEvents } from "@/lib/api/endpoints/events";
import { timeRange } from "@/lib/api/filters";
import { methods } from "@/lib/api/methods";
import { presentEvent, presentPage } from "@/lib/api/present";
import { readEvents } from "@/lib/api/read-events";
import { serve } from "@/lib/api/serve";
import { ingestEvents } from "@/lib/operations/ingest-events";
import { afterAnswer } from "../../after-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listEvents, async ({ ctx, query: { limit, cursor, since, until, ...filters } }) => {
    const narrowed = { ...filters, ...timeRange({ since, until }) };
    return presentPage(await queryEvents(ctx.db, ctx.workspaceId, narrowed, { limit, cursor }), presentEvent);
  }),
  POST: serve(sendEvents, async ({ ctx, body, headers, apiKeyId }) => {
    const { events, batch } = readEvents(body, headers);
    const { results, intakes } = await ingestEvents(ctx, { events, batch, apiKeyId });
    // Not awaited: what is stored is announced after the answer, and what is never announced is found by the sweep.
    if (intakes.length > 0) afterAnswer(announce(ctx.workspaceId, intakes));
    const [first] = results;
    return batch || !first ? { results } : first;
  }),
});
