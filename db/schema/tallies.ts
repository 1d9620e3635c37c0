import { boolean, index, integer, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import { at } from "./columns";
import { workspaces } from "./workspaces";

// How many finished deliveries there are, by hour and kind, so that charts need not count millions of rows. Triggers of
// `deliveries` and `attempts` write each change into a table of changes, in the same transaction and without any lock;
// every minute the changes are folded into the counts. The truth at any moment is the counts plus the changes.

/** Deliveries that finished (+1), or are no longer what they were (-1), since the last folding. */
export const tallyChanges = pgTable("tally_changes", {
  workspaceId: text().notNull(),
  /** The hour in which the delivery came into being. */
  hour: at().notNull(),
  channelId: text().notNull(),
  provider: text().$type<ProviderId>().notNull(),
  eventType: text().notNull(),
  /** Empty without a project. */
  projectId: text().notNull(),
  test: boolean().notNull(),
  status: text().$type<DeliveryStatus>().notNull(),
  change: integer().notNull(),
});

/**
 * What is counted together. Each delivery counts for its exact kind, for its channel as a whole, for its event type, for its
 * project and for the whole workspace, so that a chart of one of these adds up few rows.
 */
export const tallyKinds = pgTable(
  "tally_kinds",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** False: of channel, event type and project at most one is told, the others are empty. */
    exact: boolean().notNull(),
    channelId: text().notNull(),
    provider: text().$type<ProviderId>().notNull(),
    eventType: text().notNull(),
    projectId: text().notNull(),
    test: boolean().notNull(),
    status: text().$type<DeliveryStatus>().notNull(),
  },
  (t) => [
    // Which kinds do these filters match? One row per kind.
    unique("tally_kinds_parts").on(
      t.workspaceId,
      t.exact,
      t.channelId,
      t.eventType,
      t.projectId,
      t.status,
      t.test,
      t.provider,
    ),
  ],
);

/** How many deliveries of a kind came into being within an hour. */
export const tallies = pgTable(
  "tallies",
  {
    kindId: integer()
      .notNull()
      .references(() => tallyKinds.id, { onDelete: "cascade" }),
    hour: at().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kindId, t.hour] }),
    // What is old enough to go?
    index("tallies_age").on(t.hour),
  ],
);

/** Attempts since the last folding, by how long they took; tests are left out. */
export const latencyChanges = pgTable("latency_changes", {
  workspaceId: text().notNull(),
  channelId: text().notNull(),
  /** The hour in which the attempts began. */
  hour: at().notNull(),
  /** Number n stands for 1.2^n up to 1.2^(n+1) milliseconds. */
  bucket: smallint().notNull(),
  count: integer().notNull(),
});

/** How many attempts of a channel took how long within an hour. */
export const latencies = pgTable(
  "latencies",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    channelId: text().notNull(),
    hour: at().notNull(),
    bucket: smallint().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.hour, t.channelId, t.bucket] }),
    // What is old enough to go?
    index("latencies_age").on(t.hour),
  ],
);

/**
 * The same added up in two ways: of all channels by the hour (`hours` 1, no channel), and of each channel by the half day
 * (`hours` 12). Charts over weeks read these.
 */
export const latencyTotals = pgTable(
  "latency_totals",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    hours: smallint().$type<1 | 12>().notNull(),
    /** When the hours begin, in UTC. */
    start: at().notNull(),
    channelId: text().notNull(),
    bucket: smallint().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.hours, t.start, t.channelId, t.bucket] }),
    // What is old enough to go?
    index("latency_totals_age").on(t.start),
  ],
);
