"use server";

import { z } from "zod";
import { afterAnswer } from "@/app/api/after-answer";
import { announceDeliveries, announceRedelivery } from "@/inngest/announce";
import { managerAction } from "@/lib/auth/action";
import { countMissed } from "@/lib/operations/count-missed";
import { replayMissed } from "@/lib/operations/replay-missed";

const missed = z.object({ id: z.string().max(100), since: z.iso.datetime() });

/** How much a channel has missed since a moment and would take today. */
export const countMissedEvents = managerAction(missed, async ({ ctx }, { id, since }) =>
  countMissed(ctx, { channelId: id, since: new Date(since) }),
);

/** Sends a channel what it has missed since a moment, in the background; answers how many deliveries that are. */
export const sendMissedEvents = managerAction(missed, async ({ ctx }, { id, since }) => {
  const { deliveries, redelivery } = await replayMissed(ctx, { channelId: id, since: new Date(since) });
  if (redelivery) afterAnswer(announceRedelivery(ctx.workspaceId, redelivery.id));
  afterAnswer(announceInParts(ctx.workspaceId, deliveries));
  return { started: deliveries.length + (redelivery?.total ?? 0) };
});

// Inngest takes 512 KB at a time; one of these is some 300 bytes.
const PART = 500;

async function announceInParts(workspaceId: string, deliveries: { id: string; channelId: string }[]) {
  for (let start = 0; start < deliveries.length; start += PART) {
    await announceDeliveries(workspaceId, deliveries.slice(start, start + PART));
  }
}
