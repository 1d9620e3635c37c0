import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { attempts, deliveries } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import { deliveryMatches } from "./log-search";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** What narrows the delivery log. Absent means all; `since` is inclusive, `until` is not, both on `createdAt`. */
export interface DeliveryFilters {
  status?: DeliveryStatus | DeliveryStatus[];
  channelId?: string;
  provider?: ProviderId;
  eventId?: string;
  eventType?: string;
  projectId?: string;
  test?: boolean;
  /** The id of a delivery or an event, or words that all occur in what the event tells; any case. */
  search?: string;
  since?: Date;
  until?: Date;
}

const columns = {
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
export type DeliveryView = Pick<Row, keyof typeof columns>;

/** One try of a delivery, as stored. */
export type AttemptView = Omit<typeof attempts.$inferSelect, "workspaceId">;

/** A delivery with what it sends and its attempts, the first one first. */
export interface DeliveryDetail extends DeliveryView {
  /** The request body, the same in every attempt; null before the first render and after retention. */
  body: string | null;
  attempts: AttemptView[];
}

/** The delivery log of a workspace, newest first. */
export async function listDeliveries(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  page: PageRequest,
): Promise<Page<DeliveryView>> {
  const scope = { list: "deliveries", workspaceId };
  const rows = await db
    .select(columns)
    .from(deliveries)
    .where(
      and(
        deliveriesWhere(workspaceId, filters),
        afterCursor(scope, page, deliveries.createdAt, deliveries.id),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(page.limit + 1);
  return toPage(scope, rows, page.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** One delivery with its attempts, or null when it is unknown or another workspace's. */
export async function getDelivery(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<DeliveryDetail | null> {
  const [row] = await db
    .select({ ...columns, body: deliveries.body })
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
    .select(columns)
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

/** The filters as a condition; a bulk redelivery takes the same ones as the list. */
export const deliveriesWhere = (workspaceId: string, filters: DeliveryFilters) =>
  and(
    eq(deliveries.workspaceId, workspaceId),
    filters.status && inArray(deliveries.status, [filters.status].flat()),
    filters.channelId === undefined ? undefined : eq(deliveries.channelId, filters.channelId),
    filters.provider === undefined ? undefined : eq(deliveries.provider, filters.provider),
    filters.eventId === undefined ? undefined : eq(deliveries.eventId, filters.eventId),
    filters.eventType === undefined ? undefined : eq(deliveries.eventType, filters.eventType),
    filters.projectId === undefined ? undefined : eq(deliveries.projectId, filters.projectId),
    filters.test === undefined ? undefined : eq(deliveries.test, filters.test),
    deliveryMatches(filters.search),
    filters.since && gte(deliveries.createdAt, filters.since),
    filters.until && lt(deliveries.createdAt, filters.until),
  );
