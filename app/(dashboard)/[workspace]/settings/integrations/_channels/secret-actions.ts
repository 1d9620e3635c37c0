"use server";

import { z } from "zod";
import { channelSecretState } from "@/db/queries/channel-secrets";
import { managerAction } from "@/lib/auth/action";
import { endSecretOverlap } from "@/lib/operations/end-secret-overlap";
import { rotateSecret } from "@/lib/operations/rotate-secret";

const channel = z.object({ id: z.string().max(100) });

/** When a channel's secret was made and until when replaced ones sign too; dates as ISO 8601. Never the secret. */
export interface SecretState {
  createdAt: string;
  overlapEndsAt: string | null;
}

/** Null when the channel has no secret, or is not the workspace's. */
export const loadSecret = managerAction(channel, async ({ ctx }, { id }): Promise<SecretState | null> => {
  const state = await channelSecretState(ctx.db, ctx.workspaceId, id);
  return (
    state && {
      createdAt: state.createdAt.toISOString(),
      overlapEndsAt: state.overlapEndsAt?.toISOString() ?? null,
    }
  );
});

/** Replaces the secret; the new one comes back this once. */
export const replaceSecret = managerAction(channel, async ({ ctx }, { id }) => {
  const { secret } = await rotateSecret(ctx, { id });
  return { secret };
});

/** From now on the new secret signs alone. */
export const endOverlap = managerAction(channel, ({ ctx }, { id }) => endSecretOverlap(ctx, { id }));
