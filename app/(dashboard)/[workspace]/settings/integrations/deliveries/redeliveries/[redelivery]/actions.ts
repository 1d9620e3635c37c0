"use server";

import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { cancelRedelivery } from "@/lib/operations/cancel-redelivery";

/** Stops a job; what is in flight ends by itself. */
export const cancelJob = managerAction(z.object({ id: z.string().max(100) }), ({ ctx }, { id }) =>
  cancelRedelivery(ctx, { id }),
);
