import { managerHandler } from "@/lib/auth/handler";
import { loadActivity } from "../../_channels/health/load-activity";

// A page of the list.
const MAX_IDS = 50;

/** The activity of the channels named by `id`, for the list that keeps it current. */
export const GET = managerHandler<{ workspace: string }>(async ({ ctx }, request) => {
  const ids = new URL(request.url).searchParams.getAll("id").slice(0, MAX_IDS);
  return Response.json(await loadActivity(ctx, ids), { headers: { "cache-control": "no-store" } });
});
