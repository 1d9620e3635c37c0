import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns";
import { deliveries } from "./deliveries";
import { workspaces } from "./workspaces";

export const REDELIVERY_STATUSES = ["running", "finished", "cancelled"] as const;
export type RedeliveryStatus = (typeof REDELIVERY_STATUSES)[number];

/** A bulk redelivery: what was asked and how far it is. */
export const redeliveries = pgTable(
  "redeliveries",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    filters: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text().$type<RedeliveryStatus>().notNull().default("running"),
    total: integer().notNull().default(0),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    /** The engine's run that works on it; an older one that is still about ends by itself. */
    runner: text(),
    ranAt: at(),
    finishedAt: at(),
  },
  (t) => [
    index("redeliveries_list").on(t.workspaceId, t.createdAt),
    // Which bulk jobs were interrupted and must go on?
    index("redeliveries_running")
      .on(t.createdAt)
      .where(sql`${t.status} = 'running'`),
  ],
);

/** One delivery of a bulk redelivery. `attempt_number` is fixed before sending, so that a restart repeats nothing. */
export const redeliveryItems = pgTable(
  "redelivery_items",
  {
    redeliveryId: text()
      .notNull()
      .references(() => redeliveries.id, { onDelete: "cascade" }),
    deliveryId: text()
      .notNull()
      .references(() => deliveries.id, { onDelete: "cascade" }),
    state: text().$type<"waiting" | "succeeded" | "failed" | "skipped">().notNull().default("waiting"),
    attemptNumber: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.redeliveryId, t.deliveryId] }),
    // What is left to do?
    index("redelivery_items_waiting")
      .on(t.redeliveryId, t.deliveryId)
      .where(sql`${t.state} = 'waiting'`),
    // Which items go when retention removes a delivery?
    index("redelivery_items_delivery").on(t.deliveryId),
  ],
);
