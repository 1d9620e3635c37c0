import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, redeliveries, redeliveryItems, type RedeliveryStatus } from "@/db/schema";
import { deliveriesWhere, type DeliveryFilters } from "./deliveries";

/** What a bulk redelivery is about. */
export type RedeliverySelection = { deliveryIds: readonly string[] } | { filters: DeliveryFilters };

/** How far a bulk redelivery is. */
export interface RedeliveryProgress {
  id: string;
  status: RedeliveryStatus;
  total: number;
  /** Succeeded, failed, or skipped since the delivery or its channel no longer allowed it. */
  done: number;
  succeeded: number;
  failed: number;
}

/** How many finished deliveries a selection has: what would be sent again. */
export async function countRedeliverable(
  db: Database,
  workspaceId: string,
  selection: RedeliverySelection,
): Promise<number> {
  return db.$count(deliveries, redeliverable(workspaceId, selection));
}

/** Stores a bulk redelivery with one item for each finished delivery of its selection. Answers how many. */
export async function insertRedelivery(
  db: Database,
  workspaceId: string,
  redelivery: { id: string; createdBy: string; selection: RedeliverySelection },
): Promise<number> {
  const { id, createdBy, selection } = redelivery;
  const filters = "filters" in selection ? { ...selection.filters } : { deliveryIds: selection.deliveryIds };
  await db.insert(redeliveries).values({ id, workspaceId, createdBy, filters });
  await db.execute(sql`
    insert into ${redeliveryItems} (redelivery_id, delivery_id)
    select ${id}, ${deliveries.id} from ${deliveries} where ${redeliverable(workspaceId, selection)}`);
  const total = await db.$count(redeliveryItems, eq(redeliveryItems.redeliveryId, id));
  const finished = total === 0 && { status: "finished" as const, finishedAt: sql`now()` };
  await db
    .update(redeliveries)
    .set({ total, ...finished })
    .where(eq(redeliveries.id, id));
  return total;
}

/** Null when it is unknown or another workspace's. */
export async function getRedelivery(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<RedeliveryProgress | null> {
  const state = (value: string) => sql<number>`count(*) filter (where ${redeliveryItems.state} = ${value})`;
  const [row] = await db
    .select({
      id: redeliveries.id,
      status: redeliveries.status,
      total: redeliveries.total,
      done: sql<number>`count(*) filter (where ${redeliveryItems.state} <> 'waiting')`.mapWith(Number),
      succeeded: state("succeeded").mapWith(Number),
      failed: state("failed").mapWith(Number),
    })
    .from(redeliveries)
    .leftJoin(redeliveryItems, eq(redeliveryItems.redeliveryId, redeliveries.id))
    .where(and(eq(redeliveries.workspaceId, workspaceId), eq(redeliveries.id, id)))
    .groupBy(redeliveries.id);
  return row ?? null;
}

/** Stops a running bulk redelivery; what is in flight ends by itself. False when it was not running. */
export async function cancelRedeliveryRow(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const cancelled = await db
    .update(redeliveries)
    .set({ status: "cancelled", finishedAt: sql`now()` })
    .where(
      and(
        eq(redeliveries.workspaceId, workspaceId),
        eq(redeliveries.id, id),
        eq(redeliveries.status, "running"),
      ),
    )
    .returning({ id: redeliveries.id });
  return cancelled.length > 0;
}

/** Finished ones only; tests not unless they are asked for by id or by the filter. */
function redeliverable(workspaceId: string, selection: RedeliverySelection): SQL | undefined {
  const finished = inArray(deliveries.status, ["delivered", "failed", "cancelled"]);
  if ("deliveryIds" in selection) {
    const chosen = inArray(deliveries.id, [...selection.deliveryIds]);
    return and(eq(deliveries.workspaceId, workspaceId), chosen, finished);
  }
  return and(deliveriesWhere(workspaceId, { test: false, ...selection.filters }), finished);
}
