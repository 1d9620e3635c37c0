import { lockChannel } from "@/db/queries/channels";
import { retireChannelSecret } from "@/db/queries/channel-secrets";
import { Conflict, NotFound } from "@/lib/errors";
import { newSecret } from "@/lib/http/sign";
import { providers } from "@/lib/providers/registry";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { insertSecret } from "./create-channel";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** For how long the old secret signs beside the new one. */
export const ROTATION_OVERLAP_MS = 24 * 60 * 60 * 1000;

// Each secret that is running out adds a signature to every request; four keep the header under 400 bytes.
const MAX_RETIRING = 4;

/**
 * Gives a channel a new signing secret, shown here once. The old one signs as well for another 24 hours. Throws NotFound,
 * or Conflict when the channel's provider does not sign.
 */
export async function rotateSecret(
  ctx: Context,
  input: { id: string },
): Promise<{ secret: string; overlapEndsAt: Date }> {
  requireManage(ctx);
  return inTransaction(ctx, async (tx) => {
    const channel = await lockChannel(tx.db, tx.workspaceId, input.id);
    if (!channel) throw new NotFound("The channel");
    if (!providers[channel.provider].signed) {
      throw new Conflict("conflict", "Only webhook channels have a signing secret.");
    }
    const now = new Date();
    const overlapEnd = new Date(now.getTime() + ROTATION_OVERLAP_MS);
    await retireChannelSecret(tx.db, tx.workspaceId, channel.id, { now, overlapEnd, keep: MAX_RETIRING });
    const secret = newSecret();
    await insertSecret(tx, channel.id, secret);
    await recordAudit(tx, {
      action: "secret.rotated",
      target: { type: "channel", id: channel.id, name: channel.name },
      after: { overlapEndsAt: overlapEnd.toISOString() },
    });
    return { secret, overlapEndsAt: overlapEnd };
  });
}
