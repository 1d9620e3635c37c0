import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { attempts, deliveries } from "@/db/schema";

export { deliveriesWhere, type DeliveryFilters } from "./delivery-filters";

/** What lists read of a delivery. */
export const deliveryColumns = {
  id: deliveries.id,
  eventId: deliveries.eventId,
  eventType: deliveries.eventType,
  projectId: deliveries.projectId,
  channelId: deliveries.channelId,
  channelName: deliveries.channelName,
  provider: deliveries.provider,
  status: deliveries.status,
  attemptCount: deliveries.attemptCount,
  maxAttempts: deliveries.maxAttempts,
  nextAttemptAt: deliveries.nextAttemptAt,
  createdAt: deliveries.createdAt,
  finishedAt: deliveries.finishedAt,
  lastErrorCode: deliveries.lastErrorCode,
  lastStatusCode: deliveries.lastStatusCode,
  test: deliveries.test,
};

type Row = typeof deliveries.$inferSelect;

/** A delivery as lists show it. */
export type DeliveryView = Pick<Row, keyof typeof deliveryColumns>;

/** One try of a delivery, as stored. */
export type AttemptView = Omit<typeof attempts.$inferSelect, "workspaceId">;

/** A delivery with what it sends and its attempts, the first one first. */
export interface DeliveryDetail extends DeliveryView {
  /** The request body, the same in every attempt; null before the first render and after retention. */
  body: string | null;
  attempts: AttemptView[];
}

/** One delivery with its attempts, or null when it is unknown or another workspace's. */
export async function getDelivery(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<DeliveryDetail | null> {
  const [row] = await db
    .select({ ...deliveryColumns, body: deliveries.body })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, id)));
  if (!row) return null;
  const tries = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.workspaceId, workspaceId), eq(attempts.deliveryId, id)))
    .orderBy(asc(attempts.number));
  return { ...row, attempts: tries };
}

/** The deliveries of some events, oldest first. */
export async function deliveriesOfEvents(
  db: Database,
  workspaceId: string,
  eventIds: string[],
): Promise<DeliveryView[]> {
  if (eventIds.length === 0) return [];
  return db
    .select(deliveryColumns)
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.eventId, eventIds)))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id));
}

/** Ends whatever still waits for this channel, without another try. Answers how many. */
export async function cancelOpenDeliveries(
  db: Database,
  workspaceId: string,
  channelId: string,
): Promise<number> {
  const cancelled = await db
    .update(deliveries)
    .set({ status: "cancelled", nextAttemptAt: null, finishedAt: new Date() })
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.channelId, channelId),
        inArray(deliveries.status, ["pending", "retrying"]),
      ),
    )
    .returning({ id: deliveries.id });
  return cancelled.length;
}
