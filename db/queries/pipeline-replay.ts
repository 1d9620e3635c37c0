import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events, type StoredDecision } from "@/db/schema";
import type { OpenDelivery, PlannedEvent } from "./pipeline-plan";

/**
 * Inserts the deliveries that a replay makes, and notes the new decisions with the event. Channels that got a delivery
 * meanwhile are left out. Answers what was inserted.
 */
export async function insertReplay(
  db: Database,
  workspaceId: string,
  plan: PlannedEvent,
  maxAttempts: number,
): Promise<OpenDelivery[]> {
  if (plan.deliveries.length === 0) return [];
  const rows = plan.deliveries.map(({ leased: _leased, ...delivery }) => ({
    ...delivery,
    ...{ workspaceId, eventId: plan.id, eventType: plan.type, projectId: plan.projectId, test: plan.test },
    ...{ maxAttempts, nextAttemptAt: sql`now()` },
  }));
  const inserted: OpenDelivery[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const part = db
      .insert(deliveries)
      .values(rows.slice(start, start + ROWS_PER_INSERT))
      .onConflictDoNothing();
    inserted.push(...(await part.returning({ id: deliveries.id, channelId: deliveries.channelId })));
  }
  await noteDecisions(db, workspaceId, plan);
  return inserted;
}

// Postgres takes 65,535 parameters in a statement, and a row has fewer than 20.
const ROWS_PER_INSERT = 1_000;

/** Today's decisions of the channels that match now take the place of what was decided when the event came in. */
async function noteDecisions(db: Database, workspaceId: string, plan: PlannedEvent): Promise<void> {
  const one = and(eq(events.workspaceId, workspaceId), eq(events.id, plan.id));
  const [row] = await db.select({ routing: events.routing }).from(events).where(one).for("update");
  const matched = plan.routing.filter((decision) => decision.reason === null);
  const replaced = new Set(matched.map((decision) => decision.channelId));
  const kept = (row?.routing ?? []).filter((decision: StoredDecision) => !replaced.has(decision.channelId));
  await db
    .update(events)
    .set({ routing: [...kept, ...matched] })
    .where(one);
}
