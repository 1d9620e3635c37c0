"use server";

import { z } from "zod";
import { announceDeliveries, announceRedelivery } from "@/inngest/announce";
import { managerAction } from "@/lib/auth/action";
import { previewReplay } from "@/lib/operations/preview-replay";
import { replayEvent as sendAgain } from "@/lib/operations/replay-event";
import { requireChannels } from "@/lib/operations/require-channels";

const id = z.string().max(100);

// As many channels as a call of the API may choose.
const MAX_CHOSEN = 100;

/** What a replay would do now, channel by channel. */
export const loadReplay = managerAction(z.object({ eventId: id }), ({ ctx }, input) =>
  previewReplay(ctx, input),
);

/** Sends an event again, to the chosen channels or to all, in the background. Answers the job of the attempts. */
export const replayEvent = managerAction(
  z.object({ eventId: id, channelIds: z.array(id).min(1).max(MAX_CHOSEN).optional() }),
  async ({ ctx, workspace }, { eventId, channelIds }) => {
    await requireChannels(ctx, channelIds ?? [], "channelIds");
    const { redeliveryId, deliveries } = await sendAgain(ctx, { eventId, channelIds });
    await announceRedelivery(workspace.id, redeliveryId);
    await announceDeliveries(workspace.id, deliveries);
    return { redeliveryId };
  },
);
