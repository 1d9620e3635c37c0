import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { attempts, deliveries, redeliveries, redeliveryItems, type RedeliveryStatus } from "@/db/schema";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** A bulk redelivery as screens show it. */
export interface RedeliveryJob {
  id: string;
  status: RedeliveryStatus;
  total: number;
  succeeded: number;
  failed: number;
  /** The delivery or its channel no longer allowed it when its turn came. */
  skipped: number;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  /** What was asked for: `deliveryIds`, or the log's filters with moments as ISO 8601. */
  filters: Record<string, unknown>;
}

const items = (state: string) =>
  sql`(select count(*) from ${redeliveryItems}
    where ${redeliveryItems.redeliveryId} = ${redeliveries.id} and ${redeliveryItems.state} = ${state})`.mapWith(
    Number,
  );

const columns = {
  id: redeliveries.id,
  status: redeliveries.status,
  total: redeliveries.total,
  succeeded: items("succeeded"),
  failed: items("failed"),
  skipped: items("skipped"),
  createdBy: redeliveries.createdBy,
  createdAt: redeliveries.createdAt,
  finishedAt: redeliveries.finishedAt,
  filters: redeliveries.filters,
};

/** The bulk redeliveries of a workspace, newest first. */
export async function listRedeliveries(
  db: Database,
  workspaceId: string,
  page: PageRequest,
): Promise<Page<RedeliveryJob>> {
  const scope = { list: "redeliveries", workspaceId };
  const rows = await db
    .select(columns)
    .from(redeliveries)
    .where(
      and(
        eq(redeliveries.workspaceId, workspaceId),
        afterCursor(scope, page, redeliveries.createdAt, redeliveries.id),
      ),
    )
    .orderBy(desc(redeliveries.createdAt), desc(redeliveries.id))
    .limit(page.limit + 1);
  return toPage(scope, rows, page.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** One bulk redelivery, or null when it is unknown or another workspace's. */
export async function getRedeliveryJob(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<RedeliveryJob | null> {
  const [row] = await db
    .select(columns)
    .from(redeliveries)
    .where(and(eq(redeliveries.workspaceId, workspaceId), eq(redeliveries.id, id)));
  return row ?? null;
}

export const ITEM_STATES = ["failed", "skipped", "succeeded", "waiting"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

const itemColumns = {
  id: deliveries.id,
  eventType: deliveries.eventType,
  channelName: deliveries.channelName,
  provider: deliveries.provider,
  status: deliveries.status,
  // Of the attempt that the job made; null before it.
  lastErrorCode: attempts.errorCode,
  lastStatusCode: attempts.statusCode,
  lastStage: attempts.stage,
};

type Attempt = typeof attempts.$inferSelect;

/** A delivery of a bulk redelivery, with how the job's own attempt went. */
export type RedeliveryItem = Pick<
  typeof deliveries.$inferSelect,
  "id" | "eventType" | "channelName" | "provider" | "status"
> & {
  lastErrorCode: Attempt["errorCode"];
  lastStatusCode: Attempt["statusCode"];
  lastStage: Attempt["stage"] | null;
};

/** Deliveries of a bulk redelivery in one state, by id; `after` is the last id of the page before. */
export async function listRedeliveryItems(
  db: Database,
  workspaceId: string,
  input: { redeliveryId: string; state: ItemState; after?: string; limit: number },
): Promise<RedeliveryItem[]> {
  const { redeliveryId, state, after, limit } = input;
  return db
    .select(itemColumns)
    .from(redeliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, redeliveryItems.deliveryId))
    .leftJoin(
      attempts,
      and(eq(attempts.deliveryId, deliveries.id), eq(attempts.number, redeliveryItems.attemptNumber)),
    )
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(redeliveryItems.redeliveryId, redeliveryId),
        eq(redeliveryItems.state, state),
        after === undefined ? undefined : gt(redeliveryItems.deliveryId, after),
      ),
    )
    .orderBy(asc(redeliveryItems.deliveryId))
    .limit(limit);
}
