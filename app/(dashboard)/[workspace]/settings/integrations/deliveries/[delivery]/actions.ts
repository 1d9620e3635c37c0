"use server";

import { z } from "zod";
import { announceRedelivery } from "@/inngest/announce";
import { managerAction } from "@/lib/auth/action";
import { cancelDelivery } from "@/lib/operations/cancel-delivery";
import { startRedelivery } from "@/lib/operations/start-redelivery";

const target = z.object({ id: z.string().max(100) });

/** Makes one manual attempt at a finished delivery, in the background. Answers its job. */
export const retryDelivery = managerAction(target, async ({ ctx, workspace }, { id }) => {
  const redelivery = await startRedelivery(ctx, { deliveryIds: [id] });
  await announceRedelivery(workspace.id, redelivery.id);
  return { redeliveryId: redelivery.id };
});

/** Ends a delivery that waits for its next attempt. */
export const cancelWaitingDelivery = managerAction(target, async ({ ctx }, { id }) => {
  await cancelDelivery(ctx, { id });
});
