"use server";

import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { endSecretOverlap } from "@/lib/operations/end-secret-overlap";
import { rotateSecret } from "@/lib/operations/rotate-secret";

const channel = z.object({ id: z.string().max(100) });

/** Replaces the secret; the new one comes back this once. */
export const replaceSecret = managerAction(channel, async ({ ctx }, { id }) => {
  const { secret } = await rotateSecret(ctx, { id });
  return { secret };
});

/** From now on the new secret signs alone. */
export const endOverlap = managerAction(channel, ({ ctx }, { id }) => endSecretOverlap(ctx, { id }));
