import { channelSecretState } from "@/db/queries/channel-secrets";
import { managerHandler } from "@/lib/auth/handler";
import type { SecretState } from "../../../_channels/secret-state";

/** When a channel's secret was made and until when replaced ones sign too. Never the secret; null where there is none. */
export const GET = managerHandler<{ workspace: string; channel: string }>(async ({ ctx }, _, { channel }) => {
  const state = await channelSecretState(ctx.db, ctx.workspaceId, channel);
  const answer: SecretState | null = state && {
    createdAt: state.createdAt.toISOString(),
    overlapEndsAt: state.overlapEndsAt?.toISOString() ?? null,
  };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
});
