import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** State of the embedded engine. Only inngest/engine/store reads and writes it, in statements of its own. */
export const engine = pgSchema("engine");

// Microseconds: a job that is due "now" must not be rounded into the future.
const at = () => timestamp({ withTimezone: true, mode: "date" });
const now = () => at().notNull().defaultNow();

/** Processes that run functions, by owner number. A number is never used again, so it also fences. */
export const engineWorkers = engine.table("workers", {
  owner: integer().primaryKey().generatedAlwaysAsIdentity(),
  pid: integer().notNull(),
  startedAt: now(),
  /** Renewed by the heartbeat, by the database's clock. */
  seenAt: now(),
  /** The SDK is warm and functions are registered. */
  ready: boolean().notNull().default(false),
});

/** Which functions an event starts. Written by the worker at start, so that any process can start runs. */
export const engineTriggers = engine.table(
  "triggers",
  {
    event: text().notNull(),
    fn: text().notNull(),
    /** Set for internal events: only those about this function (failures) or schedule (crons) match. */
    source: text().notNull().default(""),
    /** Path of the concurrency key inside the event, null without one. */
    keyPath: text().array(),
    keyLimit: integer(),
  },
  (t) => [primaryKey({ columns: [t.event, t.fn, t.source] })],
);

/** Ids already sent, and events that wait for a function to be registered. */
export const engineEvents = engine.table(
  "events",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    at: now(),
    /** Kept only while no function is registered for the event; afterwards the jobs carry it. */
    payload: text(),
    source: text().notNull().default(""),
  },
  (t) => [
    // Which events still wait for a function of theirs?
    index("engine_events_waiting")
      .on(t.name)
      .where(sql`${t.payload} is not null`),
    // Which ids are old enough to be forgotten?
    index("engine_events_age").on(t.at),
  ],
);

/** One unfinished run: due, sleeping, parked at its concurrency key, or owned by a worker. */
export const engineJobs = engine.table(
  "jobs",
  {
    /** A hash of event id and function: an event starts a function once. */
    id: text().primaryKey(),
    fn: text().notNull(),
    payload: text().notNull(),
    runAt: now(),
    startedAt: now(),
    /** Failures of the current step so far, as the function sees them. */
    attempt: integer().notNull().default(0),
    /** Failures that are the engine's own, in a row: a worker died, the function is unknown. */
    setbacks: integer().notNull().default(0),
    /** Number of stored steps. */
    memo: integer().notNull().default(0),
    /** The sleeping step that ends at `run_at`. */
    wake: text(),
    key: text(),
    keyLimit: integer(),
    /** Due, but every slot of its key is taken. */
    parked: boolean().notNull().default(false),
    owner: integer(),
    /** Which of the owner's statements claimed it, to give back what a lost connection left unknown. */
    claim: bigint({ mode: "number" }),
  },
  (t) => [
    // What is due, oldest first, and when is something due next?
    index("engine_jobs_due")
      .on(t.runAt)
      .where(sql`${t.owner} is null and not ${t.parked}`),
    // Who waits for a slot of this key, oldest first?
    index("engine_jobs_parked")
      .on(t.key, t.runAt)
      .where(sql`${t.parked}`),
    // What did this worker leave behind?
    index("engine_jobs_owned")
      .on(t.owner)
      .where(sql`${t.owner} is not null`),
  ],
);

/** Results of finished steps of unfinished runs, as JSON. */
export const engineSteps = engine.table(
  "steps",
  {
    runId: text().notNull(),
    id: text().notNull(),
    kind: text().$type<"data" | "error">().notNull(),
    data: text().notNull(),
    /** Order of completion within the run. */
    seq: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.id] })],
);

/**
 * Slots of a concurrency key. The row lock makes the limit exact over processes; `asked`, `fresh` and `granted` hold
 * the last claim, so that one statement can both take slots and read how many it got.
 */
export const engineSlots = engine.table("slots", {
  key: text().primaryKey(),
  capacity: integer().notNull(),
  running: integer().notNull(),
  /** Parked jobs. */
  waiting: integer().notNull(),
  asked: integer().notNull(),
  fresh: integer().notNull(),
  granted: integer().notNull(),
});

/** When each schedule fires next. Whoever moves the row forward sends the event. */
export const engineCrons = engine.table(
  "crons",
  { fn: text().notNull(), schedule: text().notNull(), nextAt: at().notNull() },
  (t) => [primaryKey({ columns: [t.fn, t.schedule] })],
);

/** Runs that failed for good, for people to read. Successful runs leave nothing behind. */
export const engineFailures = engine.table(
  "failures",
  {
    id: text().primaryKey(),
    fn: text().notNull(),
    payload: text().notNull(),
    error: text().notNull(),
    startedAt: at().notNull(),
    endedAt: now(),
  },
  // What failed lately, newest first; and what is old enough to go?
  (t) => [index("engine_failures_age").on(t.endedAt)],
);
