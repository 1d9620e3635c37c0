import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { RoutingReason } from "@/lib/delivery/status";
import type { FieldError } from "@/lib/errors";
import { at, createdAt, id } from "./columns";
import { workspaces } from "./workspaces";

/** One channel's decision as stored with the event; the name is a snapshot. `reason` null means matched. */
export interface StoredDecision {
  channelId: string;
  channelName: string;
  reason: RoutingReason | null;
}

/**
 * The event row is the outbox: `planned_at` is set by the transaction that inserts the deliveries, and whatever stays
 * null is announced again by sweep-stalled.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    projectId: text(),
    actorId: text(),
    type: text().notNull(),
    /** JSON text, not jsonb: what was accepted is what gets signed and sent. */
    data: text().notNull(),
    /** When it happened, as the caller says; else when it was received. */
    createdAt: at().notNull(),
    receivedAt: createdAt(),
    idempotencyKey: text(),
    /** SHA-256 of the canonical body, to tell a repeat from another use of the same key. */
    bodyHash: text().notNull(),
    apiKeyId: text(),
    test: boolean().notNull().default(false),
    /** Tests are routed to this channel only. */
    targetChannelId: text(),
    plannedAt: at(),
    /** When it was last handed to the engine (or should have been); the sweep counts from here. */
    announcedAt: createdAt(),
    announcements: integer().notNull().default(0),
    routing: jsonb().$type<StoredDecision[]>(),
    /** Title and names from its Message, lower case, for the log's search. */
    searchText: text().notNull().default(""),
  },
  (t) => [
    // Has this workspace used this key before? The guarantee against duplicate events.
    uniqueIndex("events_idempotency")
      .on(t.workspaceId, t.idempotencyKey)
      .where(sql`${t.idempotencyKey} is not null`),
    // The outbox: which events wait longest for their plan?
    index("events_unplanned")
      .on(t.announcedAt)
      .where(sql`${t.plannedAt} is null`),
    // The event log of a workspace, newest first; and retention by age.
    index("events_log").on(t.workspaceId, t.receivedAt, t.id),
    index("events_log_by_type").on(t.workspaceId, t.type, t.receivedAt, t.id),
    index("events_log_by_project").on(t.workspaceId, t.projectId, t.receivedAt, t.id),
    // Which events are tests?
    index("events_tests")
      .on(t.workspaceId, t.receivedAt)
      .where(sql`${t.test}`),
    // Which events did no channel want?
    index("events_unmatched")
      .on(t.workspaceId, t.receivedAt, t.id)
      .where(sql`${t.plannedAt} is not null and not (${t.routing} @> '[{"reason": null}]')`),
    // Which events tell of these words? Planned ones only: an event is written once more when it is planned, and would
    // be indexed twice.
    index("events_search")
      .using("gin", t.searchText.op("gin_trgm_ops"))
      .where(sql`${t.plannedAt} is not null`),
    index("events_age").on(t.receivedAt),
  ],
);

/** Refused ingestions that can be attributed to a workspace, so that "not emitted" can be told from "refused". */
export const rejections = pgTable(
  "rejections",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    apiKeyId: text(),
    apiKeyName: text(),
    receivedAt: createdAt(),
    eventType: text(),
    status: integer().notNull(),
    code: text().notNull(),
    message: text().notNull(),
    errors: jsonb().$type<FieldError[]>().notNull().default([]),
  },
  (t) => [
    // What was refused lately, newest first?
    index("rejections_log").on(t.workspaceId, t.receivedAt, t.id),
    index("rejections_age").on(t.receivedAt),
  ],
);
