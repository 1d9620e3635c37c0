import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { attempts, deliveries } from "@/db/schema";

const columns = {
  id: deliveries.id,
  status: deliveries.status,
  attemptCount: deliveries.attemptCount,
  nextAttemptAt: deliveries.nextAttemptAt,
  lastErrorCode: deliveries.lastErrorCode,
  lastStatusCode: deliveries.lastStatusCode,
  /** Where the newest attempt ended; null before the first one. */
  lastStage: attempts.stage,
};

/** The part of a delivery that changes while somebody looks at it. */
export type DeliveryProgress = Pick<
  typeof deliveries.$inferSelect,
  Exclude<keyof typeof columns, "lastStage">
> & { lastStage: (typeof attempts.$inferSelect)["stage"] | null };

/** Joins a delivery with its newest attempt. */
export const isNewestAttempt = and(
  eq(attempts.deliveryId, deliveries.id),
  eq(attempts.number, deliveries.attemptCount),
);

/** How far these deliveries are, in no order. Unknown ids and those of other workspaces are left out. */
export async function deliveryProgress(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<DeliveryProgress[]> {
  if (ids.length === 0) return [];
  return db
    .select(columns)
    .from(deliveries)
    .leftJoin(attempts, isNewestAttempt)
    .where(and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.id, [...ids])));
}
