import "server-only";
import type { Activity } from "@/components/channels/activity";
import { channelActivity } from "@/db/queries/channel-activity";
import type { Context } from "@/lib/operations/context";

const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;
/** Six hours each. */
const PARTS = 28;

/** How the last 7 days went for these channels; one that had no deliveries is left out. */
export async function loadActivity(ctx: Context, channelIds: string[]): Promise<Activity[]> {
  const until = new Date();
  const range = { since: new Date(until.getTime() - WINDOW_MS), until, parts: PARTS };
  const found = await channelActivity(ctx.db, ctx.workspaceId, channelIds, range);
  return found.map((activity) => ({ ...activity, since: activity.since.toISOString() }));
}
