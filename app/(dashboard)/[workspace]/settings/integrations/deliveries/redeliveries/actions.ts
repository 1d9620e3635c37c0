"use server";

import { z } from "zod";
import { getRedelivery } from "@/db/queries/redeliveries";
import { managerAction } from "@/lib/auth/action";
import { NotFound } from "@/lib/errors";

/** Whether a redelivery still has something to send. */
export const isRunning = managerAction(z.object({ id: z.string().max(100) }), async ({ ctx }, { id }) => {
  const job = await getRedelivery(ctx.db, ctx.workspaceId, id);
  if (!job) throw new NotFound("The redelivery");
  return job.status === "running";
});
