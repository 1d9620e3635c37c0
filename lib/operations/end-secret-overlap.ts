import { lockChannel } from "@/db/queries/channels";
import { endSecretOverlap as endOverlap } from "@/db/queries/channel-secrets";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** Stops the replaced secrets of a channel from signing, from now on. Throws NotFound. */
export async function endSecretOverlap(ctx: Context, input: { id: string }): Promise<void> {
  requireManage(ctx);
  await inTransaction(ctx, async (tx) => {
    const channel = await lockChannel(tx.db, tx.workspaceId, input.id);
    if (!channel) throw new NotFound("The channel");
    const ended = await endOverlap(tx.db, tx.workspaceId, channel.id, new Date());
    if (ended === 0) return;
    await recordAudit(tx, {
      action: "secret.overlap_ended",
      target: { type: "channel", id: channel.id, name: channel.name },
    });
  });
}
