import { getChannel } from "@/db/queries/channels";
import { NotFound } from "@/lib/errors";
import type { Context } from "./context";
import { gatherMissed, MAX_MISSED } from "./gather-missed";
import { requireManage } from "./permission";

/** What could be sent to a channel that was off. Each number ends at `atMost` + 1, which stands for "more". */
export interface MissedCount {
  /** Events that came in while it was off. */
  events: number;
  /** Deliveries that failed or were cancelled. */
  deliveries: number;
  /** As many of each can be sent at once. */
  atMost: number;
}

/** Counts what a channel has missed since a moment and would take today. Throws NotFound. */
export async function countMissed(
  ctx: Context,
  input: { channelId: string; since: Date },
): Promise<MissedCount> {
  requireManage(ctx);
  const channel = await getChannel(ctx.db, ctx.workspaceId, input.channelId);
  if (!channel) throw new NotFound("The channel");
  const { events, deliveryIds } = await gatherMissed(ctx, { channel, since: input.since });
  return { events, deliveries: deliveryIds.length, atMost: MAX_MISSED };
}
