import { redeliveryGroups, type RedeliveryGroup } from "@/db/queries/redelivery-preview";
import type { RedeliveryObstacle } from "@/db/queries/redelivery-obstacles";
import { isFinished, type DeliveryStatus } from "@/lib/delivery/status";
import type { Context } from "./context";
import { requireManage } from "./permission";
import { MAX_REDELIVERIES, type RedeliveryRequest } from "./start-redelivery";

/** Why deliveries of a selection stay out: tests are sent again only when they are picked one by one. */
export type LeftOut = RedeliveryObstacle | "test";

/** What sending a selection again would come to. */
export interface RedeliveryPreview {
  /** How many would be sent again. */
  total: number;
  /** The same by what they are now. */
  byStatus: Partial<Record<DeliveryStatus, number>>;
  /** How many would not, and why. */
  leftOut: Partial<Record<LeftOut, number>>;
  /** More match than one job may have; the numbers are those of a part then. */
  tooMany: boolean;
  /** How many one job may have. */
  most: number;
}

/** Counts what `startRedelivery` would send again, and says what it would leave out. Changes nothing. */
export async function previewRedelivery(
  ctx: Context,
  request: RedeliveryRequest,
): Promise<RedeliveryPreview> {
  requireManage(ctx);
  const testsToo = "deliveryIds" in request || request.filters.test === true;
  const groups = await redeliveryGroups(ctx.db, ctx.workspaceId, request, MAX_REDELIVERIES + 1);
  const preview: RedeliveryPreview = {
    total: 0,
    byStatus: {},
    leftOut: {},
    tooMany: false,
    most: MAX_REDELIVERIES,
  };
  let seen = 0;
  for (const group of groups) {
    seen += group.total;
    const reason = obstacle(group, testsToo);
    if (reason === null) {
      preview.total += group.total;
      preview.byStatus[group.status] = (preview.byStatus[group.status] ?? 0) + group.total;
    } else {
      preview.leftOut[reason] = (preview.leftOut[reason] ?? 0) + group.total;
    }
  }
  return { ...preview, tooMany: seen > MAX_REDELIVERIES };
}

function obstacle({ status, test, channel }: RedeliveryGroup, testsToo: boolean): LeftOut | null {
  if (test && !testsToo) return "test";
  if (!isFinished(status)) return "unfinished";
  if (channel === "deleted") return "channel_deleted";
  return channel === "disabled" ? "channel_disabled" : null;
}
