"use server";

import { z } from "zod";
import { announceRedelivery } from "@/inngest/announce";
import { managerAction } from "@/lib/auth/action";
import { startRedelivery } from "@/lib/operations/start-redelivery";

/** Makes one manual attempt at a finished delivery, in the background. */
export const retryDelivery = managerAction(
  z.object({ id: z.string().max(100) }),
  async ({ ctx, workspace }, { id }) => {
    const redelivery = await startRedelivery(ctx, { deliveryIds: [id] });
    await announceRedelivery(workspace.id, redelivery.id);
  },
);
