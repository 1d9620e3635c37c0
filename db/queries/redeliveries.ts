import { and, eq, exists, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, deliveries, redeliveries, redeliveryItems, type RedeliveryStatus } from "@/db/schema";
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

/** How many deliveries of a selection would be sent again: finished ones whose channel is on. */
export async function countRedeliverable(
  db: Database,
  workspaceId: string,
  selection: RedeliverySelection,
): Promise<number> {
  return db.$count(deliveries, redeliverable(db, workspaceId, selection));
}

/** Stores a bulk redelivery with one item for each delivery of its selection that can be sent again. Answers how many. */
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
    select ${id}, ${deliveries.id} from ${deliveries} where ${redeliverable(db, workspaceId, selection)}`);
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

/** Finished ones whose channel is on; tests not unless they are asked for by id or by the filter. */
function redeliverable(db: Database, workspaceId: string, selection: RedeliverySelection): SQL | undefined {
  const possible = and(
    inArray(deliveries.status, ["delivered", "failed", "cancelled"]),
    exists(
      db
        .select({ one: sql`1` })
        .from(channels)
        .where(
          and(eq(channels.id, deliveries.channelId), eq(channels.enabled, true), isNull(channels.deletedAt)),
        ),
    ),
  );
  if ("deliveryIds" in selection) {
    const chosen = inArray(deliveries.id, [...selection.deliveryIds]);
    return and(eq(deliveries.workspaceId, workspaceId), chosen, possible);
  }
  return and(
    deliveriesWhere(workspaceId, { ...selection.filters, test: selection.filters.test ?? false }),
    possible,
  );
}
