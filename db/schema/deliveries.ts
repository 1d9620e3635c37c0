import { sql } from "drizzle-orm";
import { boolean, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type {
  AttemptOutcome,
  AttemptStage,
  AttemptTrigger,
  DeliveryStatus,
  ErrorCode,
} from "@/lib/delivery/status";
import type { Timings } from "@/lib/delivery/timings";
import type { ProviderId, RenderWarning } from "@/lib/providers/provider";
import { at, createdAt, id } from "./columns";

// No foreign keys, as in all tables that grow by the thousand a second (docs/decisions/0008-intakes.md): events, deliveries and
// attempts go together, in `deleteOldEvents`; channels stay, marked as deleted.

/** One matched event for one channel. Names, provider and project are snapshots, so that the log reads on its own. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    workspaceId: text().notNull(),
    eventId: text().notNull(),
    channelId: text().notNull(),
    channelName: text().notNull(),
    provider: text().$type<ProviderId>().notNull(),
    eventType: text().notNull(),
    projectId: text(),
    test: boolean().notNull().default(false),
    status: text().$type<DeliveryStatus>().notNull().default("pending"),
    attemptCount: integer().notNull().default(0),
    /** Tries of the automatic schedule: the first and one per wait. */
    maxAttempts: integer().notNull(),
    nextAttemptAt: at(),
    /** What is sent, byte for byte the same in every attempt. Null before the first render and after retention. */
    body: text(),
    /** What was cut when the body was rendered; copied to every attempt. */
    warnings: json().$type<RenderWarning[]>().notNull().default([]),
    createdAt: createdAt(),
    finishedAt: at(),
    lastErrorCode: text().$type<ErrorCode>(),
    lastStatusCode: integer(),
    /** Fencing: who holds the right to make the next attempt, and until when (database clock). */
    leaseToken: text(),
    leaseUntil: at(),
    /** When the durable run was last announced; the sweep counts from here. */
    announcedAt: createdAt(),
  },
  (t) => [
    // One delivery per event and channel: the guarantee against duplicates.
    uniqueIndex("deliveries_event_channel").on(t.eventId, t.channelId),
    // The log of a workspace, read backwards. What it can be filtered by comes last, so that rows that don't match are
    // passed over inside the index.
    index("deliveries_log").on(
      t.workspaceId,
      t.createdAt,
      t.id,
      t.status,
      t.channelId,
      t.eventType,
      t.projectId,
      t.provider,
      t.test,
    ),
    // What did this channel get last?
    index("deliveries_log_by_channel").on(t.channelId, t.createdAt, t.id),
    // Which deliveries should have moved by now?
    index("deliveries_due")
      .on(t.nextAttemptAt)
      .where(sql`${t.status} in ('pending', 'retrying')`),
    // What is still to be done, by workspace? And: which waiting retries does a disabled channel cancel?
    index("deliveries_open")
      .on(t.workspaceId, t.createdAt, t.id, t.channelId)
      .where(sql`${t.status} in ('pending', 'retrying')`),
  ],
);

/** One try of a delivery: one HTTP request, or a failure before sending. Append-only. */
export const attempts = pgTable(
  "attempts",
  {
    deliveryId: text().notNull(),
    number: integer().notNull(),
    workspaceId: text().notNull(),
    trigger: text().$type<AttemptTrigger>().notNull(),
    outcome: text().$type<AttemptOutcome>().notNull(),
    stage: text().$type<AttemptStage>().notNull(),
    errorCode: text().$type<ErrorCode>(),
    /** One sentence for people, never with a URL or secret. */
    errorDetail: text(),
    statusCode: integer(),
    startedAt: at().notNull(),
    durationMs: integer().notNull(),
    timings: json().$type<Timings>().notNull(),
    /** Masked. */
    requestUrl: text().notNull(),
    /** As sent: signatures shown, custom headers redacted. The body is the delivery's. */
    requestHeaders: json().$type<Record<string, string>>(),
    responseHeaders: json().$type<Record<string, string>>(),
    /** At most 16 KiB, secrets masked. Null after retention. */
    responseBody: text(),
    warnings: json().$type<RenderWarning[]>().notNull().default([]),
  },
  (t) => [
    // One row per delivery and number: the guarantee against an attempt recorded twice.
    primaryKey({ columns: [t.deliveryId, t.number] }),
    // Latency and outcomes of a workspace over a time range.
    index("attempts_time").on(t.workspaceId, t.startedAt),
  ],
);
