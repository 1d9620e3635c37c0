import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, events, plans } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { countsOf } from "./delivery-histogram";
import { planOfEvent } from "./event-plan";

/** What became of an event. */
export interface EventOutcome {
  /** Channels that routing looked at, and those of them that were to get the event. */
  channels: { matched: number; total: number };
  deliveries: Record<DeliveryStatus, number>;
}

/** What a list knows of an event's plan; null while there is none. */
export interface Planned {
  id: string;
  channels: number | null;
  matches: number | null;
}

/** What became of the events of a list: their plans, and what replays have added to them. */
export async function outcomesOf(
  db: Database,
  workspaceId: string,
  shown: readonly Planned[],
): Promise<(event: Planned) => EventOutcome> {
  const counts = await deliveryCounts(
    db,
    workspaceId,
    shown.map(({ id }) => id),
  );
  const deliveriesOf = ({ id }: Planned) => countsOf((status) => counts.get(`${id} ${status}`) ?? 0);
  const totalOf = (event: Planned) =>
    Object.values(deliveriesOf(event)).reduce((sum, count) => sum + count, 0);
  // More deliveries than matches: a replay has made some.
  const replayed = shown.filter((event) => totalOf(event) > (event.matches ?? 0));
  const added = await channelsAdded(
    db,
    workspaceId,
    replayed.map(({ id }) => id),
  );
  return (event) => ({
    channels: {
      matched: Math.max(event.matches ?? 0, totalOf(event)),
      total: (event.channels ?? 0) + (added.get(event.id) ?? 0),
    },
    deliveries: deliveriesOf(event),
  });
}

/** By `<event> <status>`. */
async function deliveryCounts(
  db: Database,
  workspaceId: string,
  eventIds: string[],
): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select({ eventId: deliveries.eventId, status: deliveries.status, count: sql`count(*)`.mapWith(Number) })
    .from(deliveries)
    .where(ofEvents(workspaceId, eventIds))
    .groupBy(deliveries.eventId, deliveries.status);
  return new Map(rows.map((row) => [`${row.eventId} ${row.status}`, row.count]));
}

/** How many channels have a delivery of an event without having been asked when it came in. */
async function channelsAdded(
  db: Database,
  workspaceId: string,
  eventIds: string[],
): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const asked = sql`jsonb_build_array(jsonb_build_object('channelId', ${deliveries.channelId}))`;
  const rows = await db
    .select({ eventId: deliveries.eventId, count: sql`count(*)`.mapWith(Number) })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .innerJoin(plans, planOfEvent)
    .where(and(ofEvents(workspaceId, eventIds), sql`not ${plans.routing} @> ${asked}`))
    .groupBy(deliveries.eventId);
  return new Map(rows.map((row) => [row.eventId, row.count]));
}

// As a case, or the planner may walk an index of the workspace instead of the event's.
const ofEvents = (workspaceId: string, eventIds: string[]): SQL =>
  sql`${deliveries.eventId} in ${eventIds} and case when ${deliveries.workspaceId} = ${workspaceId} then true end`;
