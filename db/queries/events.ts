import { and, desc, eq, gte, like, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, plans } from "@/db/schema";
import { withReplays, type Decision } from "@/lib/delivery/routing";
import { deliveriesOfEvents, type DeliveryView } from "./deliveries";
import { planOfEvent } from "./event-plan";
import { afterCursor, toPage, type Page, type PageRequest } from "./page";

/** What narrows the event log. Absent means all; `since` is inclusive, `until` is not, both on `receivedAt`. */
export interface EventFilters {
  type?: string;
  projectId?: string;
  test?: boolean;
  /** Part of a title or name, any case. */
  search?: string;
  since?: Date;
  until?: Date;
}

const columns = {
  id: events.id,
  type: events.type,
  projectId: events.projectId,
  actorId: events.actorId,
  /** JSON text, as accepted. */
  data: events.data,
  createdAt: events.createdAt,
  receivedAt: events.receivedAt,
  idempotencyKey: events.idempotencyKey,
  apiKeyId: events.apiKeyId,
  test: events.test,
  plannedAt: plans.plannedAt,
  routing: plans.routing,
};

/** An event as stored, with its routing decisions and its deliveries. */
export interface EventView extends Omit<EventRow, "routing"> {
  /** Null before planning. */
  routing: Decision[] | null;
  deliveries: DeliveryView[];
}

type EventRow = Omit<
  typeof events.$inferSelect,
  "workspaceId" | "intakeId" | "bodyHash" | "targetChannelId" | "searchText"
> & {
  /** Null before planning. */
  plannedAt: Date | null;
  routing: Decision[] | null;
};

/** The event log of a workspace, newest first. */
export async function listEvents(
  db: Database,
  workspaceId: string,
  filters: EventFilters,
  page: PageRequest,
): Promise<Page<EventView>> {
  const scope = { list: "events", workspaceId };
  const rows = await db
    .select(columns)
    .from(events)
    .leftJoin(plans, planOfEvent)
    .where(and(eventsWhere(workspaceId, filters), afterCursor(scope, page, events.receivedAt, events.id)))
    .orderBy(desc(events.receivedAt), desc(events.id))
    .limit(page.limit + 1);
  const cut = toPage(scope, rows, page.limit, (row) => ({ at: row.receivedAt, id: row.id }));
  return { ...cut, rows: await withDeliveries(db, workspaceId, cut.rows) };
}

/** One event, or null when it is unknown or another workspace's. */
export async function getEvent(db: Database, workspaceId: string, id: string): Promise<EventView | null> {
  const rows = await db
    .select(columns)
    .from(events)
    .leftJoin(plans, planOfEvent)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.id, id)));
  const [event] = await withDeliveries(db, workspaceId, rows);
  return event ?? null;
}

async function withDeliveries(db: Database, workspaceId: string, rows: EventRow[]): Promise<EventView[]> {
  const found = await deliveriesOfEvents(
    db,
    workspaceId,
    rows.map((row) => row.id),
  );
  const byEvent = new Map<string, DeliveryView[]>(rows.map((row) => [row.id, []]));
  for (const delivery of found) byEvent.get(delivery.eventId)?.push(delivery);
  return rows.map((row) => {
    const own = byEvent.get(row.id) ?? [];
    return { ...row, routing: row.routing && withReplays(row.routing, own), deliveries: own };
  });
}

const eventsWhere = (workspaceId: string, filters: EventFilters) =>
  and(
    eq(events.workspaceId, workspaceId),
    filters.type === undefined ? undefined : eq(events.type, filters.type),
    filters.projectId === undefined ? undefined : eq(events.projectId, filters.projectId),
    filters.test === undefined ? undefined : eq(events.test, filters.test),
    filters.search === undefined ? undefined : like(events.searchText, contains(filters.search)),
    filters.since && gte(events.receivedAt, filters.since),
    filters.until && lt(events.receivedAt, filters.until),
  );

const contains = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
