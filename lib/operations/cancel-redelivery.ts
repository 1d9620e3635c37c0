import { cancelRedeliveryRow, getRedelivery, type RedeliveryProgress } from "@/db/queries/redeliveries";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

/** Stops a bulk redelivery; what is in flight ends by itself. One that has ended stays as it is. Throws NotFound. */
export async function cancelRedelivery(ctx: Context, input: { id: string }): Promise<RedeliveryProgress> {
  requireManage(ctx);
  return inTransaction(ctx, async (tx) => {
    const cancelled = await cancelRedeliveryRow(tx.db, tx.workspaceId, input.id);
    const progress = await getRedelivery(tx.db, tx.workspaceId, input.id);
    if (!progress) throw new NotFound("The redelivery");
    if (cancelled) {
      const target = { type: "redelivery", id: input.id, name: null };
      await recordAudit(tx, { action: "redelivery.cancelled", target, after: { done: progress.done } });
    }
    return progress;
  });
}
