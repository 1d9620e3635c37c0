import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Decision } from "@/lib/delivery/routing";
import type { FieldError } from "@/lib/errors";
import { at, createdAt, id } from "./columns";
import { workspaces } from "./workspaces";

/**
 * An event, written once: what becomes of it stands in other tables. Only its intake changes, where that can't be planned as
 * a whole.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    // No foreign key, as in all tables that grow by the thousand a second: each would cost a look-up and a row lock for
    // every row (docs/decisions/0008-intakes.md). An API key's workspace exists.
    workspaceId: text().notNull(),
    /** Together with which events it was stored, and is planned. */
    intakeId: text().notNull(),
    projectId: text(),
    actorId: text(),
    type: text().notNull(),
    /** JSON text, not jsonb: what was accepted is what gets signed and sent. */
    data: text().notNull(),
    /** When it happened, as the caller says; else when it was received. */
    createdAt: at().notNull(),
    /** That of its intake. */
    receivedAt: createdAt(),
    idempotencyKey: text(),
    /** SHA-256 of the canonical body, to tell a repeat from another use of the same key. */
    bodyHash: text().notNull(),
    apiKeyId: text(),
    test: boolean().notNull().default(false),
    /** Tests are routed to this channel only. */
    targetChannelId: text(),
    /** Title and names from its Message, lower case, for the log's search. */
    searchText: text().notNull().default(""),
  },
  (t) => [
    // Has this workspace used this key before? The guarantee against duplicate events.
    uniqueIndex("events_idempotency")
      .on(t.workspaceId, t.idempotencyKey)
      .where(sql`${t.idempotencyKey} is not null`),
    // The event log of a workspace, newest first; the events of an intake; and retention by age.
    index("events_log").on(t.workspaceId, t.receivedAt, t.id),
    index("events_log_by_type").on(t.workspaceId, t.type, t.receivedAt, t.id),
    index("events_log_by_project")
      .on(t.workspaceId, t.projectId, t.receivedAt, t.id)
      .where(sql`${t.projectId} is not null`),
    // Which events are tests?
    index("events_tests")
      .on(t.workspaceId, t.receivedAt)
      .where(sql`${t.test}`),
  ],
);

/**
 * The outbox: events that were stored together, until they are planned and their words are indexed; then the row goes. What
 * stays unplanned is announced again by sweep-stalled. Its events are found by workspace and moment in the log's index.
 */
export const intakes = pgTable(
  "intakes",
  {
    id: id(),
    workspaceId: text().notNull(),
    receivedAt: createdAt(),
    /** When it was last handed to the engine (or should have been); the sweep counts from here. */
    announcedAt: createdAt(),
    announcements: integer().notNull().default(0),
    /** Set by the transaction that inserts the deliveries. */
    plannedAt: at(),
  },
  (t) => [
    // Which wait longest for their plan?
    index("intakes_unplanned")
      .on(t.announcedAt)
      .where(sql`${t.plannedAt} is null`),
    // Which of a workspace's newest events does the index of words lack?
    index("intakes_by_workspace").on(t.workspaceId, t.receivedAt),
  ],
);

/** How the events of one intake, type and project were routed. Written once; without a row they are not routed yet. */
export const plans = pgTable(
  "plans",
  {
    intakeId: text().notNull(),
    type: text().notNull(),
    /** Empty without a project. */
    projectId: text().notNull(),
    workspaceId: text().notNull(),
    receivedAt: at().notNull(),
    plannedAt: createdAt(),
    /** Decisions in all, and those of channels that were to get the events. */
    channels: integer().notNull(),
    matches: integer().notNull(),
    /** One decision for each channel of the workspace at the time; of a test's, for its own channel. */
    routing: jsonb().$type<Decision[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.intakeId, t.type, t.projectId] }),
    // Which events did no channel want?
    index("plans_unmatched")
      .on(t.workspaceId, t.receivedAt)
      .where(sql`${t.matches} = 0`),
  ],
);

/** What the log's search finds by its index. Filled every minute from intakes that are planned. */
export const eventWords = pgTable(
  "event_words",
  {
    eventId: id(),
    workspaceId: text().notNull(),
    searchText: text().notNull(),
  },
  // Which events tell of these words?
  (t) => [index("event_words_search").using("gin", t.searchText.op("gin_trgm_ops"))],
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
