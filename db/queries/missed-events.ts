import { and, asc, eq, gt, gte, inArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events, plans, redeliveryItems } from "@/db/schema";
import type { RenderWarning } from "@/lib/providers/provider";
import type { EventType } from "@/lib/events/types";
import { planOfEvent } from "./event-plan";
import type { OpenDelivery } from "./pipeline-open";
import type { StoredEvent } from "./pipeline-events";

/** What a channel has missed: from which moment on, and at which channel. */
export interface MissedRange {
  channelId: string;
  since: Date;
}

/** Events of one type and project that came in while the channel was off. */
export interface MissedGroup {
  type: EventType;
  projectId: string | null;
  count: number;
}

/** Events that were not routed to a channel because it was off, by type and project; `atMost` are counted. */
export async function missedMix(
  db: Database,
  workspaceId: string,
  range: MissedRange & { atMost: number },
): Promise<MissedGroup[]> {
  const missed = db
    .select({ type: events.type, projectId: events.projectId })
    .from(events)
    .innerJoin(plans, planOfEvent)
    .where(missedWhere(workspaceId, range))
    .limit(range.atMost)
    .as("missed");
  const type = sql<EventType>`${missed.type}`;
  return db
    .select({ type, projectId: missed.projectId, count: sql<number>`count(*)::int` })
    .from(missed)
    .groupBy(missed.type, missed.projectId);
}

/** The next of these events in the order of their ids, `limit` at most. In a transaction, they stay until its end. */
export function missedEvents(
  db: Database,
  workspaceId: string,
  range: MissedRange & { types: readonly EventType[]; after: string; limit: number },
): Promise<StoredEvent[]> {
  return db
    .select({
      id: events.id,
      type: sql<EventType>`${events.type}`,
      data: events.data,
      projectId: events.projectId,
      actorId: events.actorId,
      createdAt: events.createdAt,
      test: events.test,
      targetChannelId: events.targetChannelId,
    })
    .from(events)
    .innerJoin(plans, planOfEvent)
    .where(
      and(
        missedWhere(workspaceId, range),
        inArray(events.type, [...range.types]),
        gt(events.id, range.after),
      ),
    )
    .orderBy(asc(events.id))
    .limit(range.limit)
    .for("key share", { of: events });
}

/** Finished without success since a moment, and not in the hands of a bulk job: what a manual attempt can still bring over. */
export async function failedDeliveryIds(
  db: Database,
  workspaceId: string,
  range: MissedRange & { atMost: number },
): Promise<string[]> {
  // Written out with its table: in a select of one table Drizzle leaves the table's name away, and the inner one would win.
  const inHand = sql`exists (
    select 1 from ${redeliveryItems} i where i.delivery_id = deliveries.id and i.state = 'waiting')`;
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.channelId, range.channelId),
        // Bounds what is read of the log's index; a delivery's own schedule is far shorter.
        gte(deliveries.createdAt, new Date(range.since.getTime() - LONGEST_SCHEDULE_MS)),
        gte(deliveries.finishedAt, range.since),
        inArray(deliveries.status, ["failed", "cancelled"]),
        eq(deliveries.test, false),
        sql`not ${inHand}`,
      ),
    )
    .limit(range.atMost);
  return rows.map((row) => row.id);
}

// Six waits of an hour each, the most that a receiver can ask for, and time to spare.
const LONGEST_SCHEDULE_MS = 24 * 60 * 60 * 1000;

/** One new delivery of an event that was missed. */
export interface MissedDelivery {
  id: string;
  event: StoredEvent;
  body: string;
  warnings: RenderWarning[];
}

/**
 * Inserts deliveries for events that were missed. An event that has got a delivery meanwhile is left out. Answers what was
 * inserted.
 */
export async function insertMissed(
  db: Database,
  workspaceId: string,
  channel: Pick<typeof deliveries.$inferInsert, "channelId" | "channelName" | "provider" | "maxAttempts">,
  missed: readonly MissedDelivery[],
): Promise<OpenDelivery[]> {
  if (missed.length === 0) return [];
  const rows = missed.map(({ id, event, body, warnings }) => ({
    ...{ ...channel, id, workspaceId, body, warnings, nextAttemptAt: sql`now()` },
    ...{ eventId: event.id, eventType: event.type, projectId: event.projectId },
  }));
  return db
    .insert(deliveries)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: deliveries.id, channelId: deliveries.channelId });
}

function missedWhere(workspaceId: string, { channelId, since }: MissedRange): SQL | undefined {
  const decision = JSON.stringify([{ channelId, reason: "channel_disabled" }]);
  return and(
    eq(events.workspaceId, workspaceId),
    gte(events.receivedAt, since),
    eq(events.test, false),
    sql`${plans.routing} @> ${decision}::jsonb`,
    sql`not exists (
      select 1 from ${deliveries} d where d.event_id = events.id and d.channel_id = ${channelId})`,
  );
}
