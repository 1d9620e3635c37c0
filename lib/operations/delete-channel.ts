import { getChannel, lockChannel, updateChannelRow } from "@/db/queries/channels";
import { deleteChannelSecrets } from "@/db/queries/channel-secrets";
import { cancelOpenDeliveries } from "@/db/queries/deliveries";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import { auditableChannel } from "./channel-audit";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/**
 * Deletes a channel: what waits for it is cancelled, its past deliveries stay readable, and its URL, secrets and headers
 * are forgotten. Throws NotFound.
 */
export async function deleteChannel(ctx: Context, input: { id: string }): Promise<void> {
  requireManage(ctx);
  const { id } = input;
  await inTransaction(ctx, async (tx) => {
    const locked = await lockChannel(tx.db, tx.workspaceId, id);
    const channel = locked && (await getChannel(tx.db, tx.workspaceId, id));
    if (!channel) throw new NotFound("The channel");
    await cancelOpenDeliveries(tx.db, tx.workspaceId, id);
    await recordAudit(tx, {
      action: "channel.deleted",
      target: { type: "channel", id, name: channel.name },
      before: auditableChannel(channel),
    });
    await deleteChannelSecrets(tx.db, tx.workspaceId, id);
    await updateChannelRow(tx.db, tx.workspaceId, id, {
      enabled: false,
      urlSealed: null,
      headersSealed: null,
      inspectorToken: null,
      deletedAt: new Date(),
    });
  });
}
