import { rawSql } from "@/db/client";
import { cancelWaiting } from "@/db/queries/pipeline-claim";
import { getDelivery, type DeliveryDetail } from "@/db/queries/deliveries";
import { Conflict, NotFound } from "@/lib/errors";
import { recordAudit } from "./audit";
import type { Context } from "./context";
import { requireManage } from "./permission";

/**
 * Ends a delivery that waits for its next try. Throws NotFound, or Conflict when it has ended already or an attempt is under
 * way.
 */
export async function cancelDelivery(ctx: Context, input: { id: string }): Promise<DeliveryDetail> {
  requireManage(ctx);
  const cancelled = await cancelWaiting(rawSql(), ctx.workspaceId, input.id);
  const delivery = await getDelivery(ctx.db, ctx.workspaceId, input.id);
  if (!delivery) throw new NotFound("The delivery");
  if (!cancelled) throw new Conflict("conflict", refusal(delivery));
  const target = { type: "delivery", id: delivery.id, name: delivery.channelName };
  await recordAudit(ctx, { action: "delivery.cancelled", target });
  return delivery;
}

const refusal = ({ status }: DeliveryDetail): string =>
  status === "pending" || status === "retrying"
    ? "An attempt is under way. Wait until it has ended."
    : `The delivery has ended already: it is ${status}.`;
