import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events } from "@/db/schema";
import { inParts } from "@/lib/parts";
import type { OpenDelivery } from "./pipeline-open";
import type { PlannedEvent } from "./pipeline-plan";

/**
 * Inserts the deliveries that a replay makes, in the caller's transaction. Channels that got a delivery meanwhile are left out. Answers what was
 * inserted. What was decided when the event came in stays on record; a delivery speaks for itself (`routingOf`).
 */
export async function insertReplay(
  db: Database,
  workspaceId: string,
  event: PlannedEvent,
  maxAttempts: number,
): Promise<OpenDelivery[]> {
  // Retention waits, and what it has removed already gets nothing new.
  const one = and(eq(events.workspaceId, workspaceId), eq(events.id, event.id));
  const [held] = await db.select({ id: events.id }).from(events).where(one).for("key share");
  if (!held) return [];
  const rows = event.deliveries.map(({ leased: _leased, ...delivery }) => ({
    ...delivery,
    ...{
      workspaceId,
      eventId: event.id,
      eventType: event.type,
      projectId: event.projectId,
      test: event.test,
    },
    ...{ maxAttempts, nextAttemptAt: sql`now()` },
  }));
  const inserted: OpenDelivery[] = [];
  for (const part of inParts(rows, ROWS_PER_INSERT)) {
    const insert = db.insert(deliveries).values(part).onConflictDoNothing();
    inserted.push(...(await insert.returning({ id: deliveries.id, channelId: deliveries.channelId })));
  }
  return inserted;
}

// Postgres takes 65,535 parameters in a statement, and a row has fewer than 20.
const ROWS_PER_INSERT = 1_000;
