import { rawSql, type Sql } from "@/db/client";
import {
  countAttempts,
  countDeliveries,
  countEvents,
  databaseTime,
  readBacklog,
  type Span,
} from "@/db/queries/metrics";
import { engineStats, liveWorkers } from "@/inngest/engine/store/workers";
import { createInstruments, LATENCY_BOUNDS, type Instruments } from "./instruments";

interface Collector {
  instruments: Instruments;
  /** Up to when rows have been counted; null before the first scrape. */
  countedTo: Date | null;
  /** Scrapes run one after the other: two at once would count the same rows twice. */
  last: Promise<unknown>;
}

// On globalThis: counters must outlive a reload of this module.
const shared = globalThis as typeof globalThis & { carillonMetrics?: Collector };

// A row may be committed this long after the moment that it carries: an attempt lasts up to 10 s, its record a little.
const SETTLED_SECONDS = 20;

/** All metrics as text. Everything is read from the database, so that the web process answers for the workers too. */
export async function collectMetrics(): Promise<{ contentType: string; text: string }> {
  shared.carillonMetrics ??= {
    instruments: createInstruments(),
    countedTo: null,
    last: Promise.resolve(),
  };
  const collector = shared.carillonMetrics;
  const scrape = collector.last.then(() => update(collector));
  collector.last = scrape.catch(() => {});
  await scrape;
  const { registry } = collector.instruments;
  return { contentType: registry.contentType, text: await registry.metrics() };
}

async function update(collector: Collector): Promise<void> {
  const sql = rawSql();
  const to = await databaseTime(sql, SETTLED_SECONDS);
  const from = collector.countedTo ?? to;
  await countSpan(sql, collector.instruments, { from, to });
  collector.countedTo = to;
  await readGauges(sql, collector.instruments);
}

async function countSpan(sql: Sql, instruments: Instruments, span: Span): Promise<void> {
  const boundsMs = LATENCY_BOUNDS.map((bound) => bound * 1000);
  const [events, deliveries, attempts] = await Promise.all([
    countEvents(sql, span),
    countDeliveries(sql, span),
    countAttempts(sql, span, boundsMs),
  ]);
  instruments.ingested.inc(events);
  for (const { provider, count } of deliveries) instruments.routed.inc({ provider }, count);
  for (const { provider, outcome, trigger, ended, bucket, count, seconds } of attempts) {
    instruments.attempts.inc({ provider, outcome, trigger }, count);
    instruments.latency.add({ provider, outcome }, bucket, count, seconds);
    if (ended !== null && trigger === "automatic") {
      instruments.delivered.inc({ provider, outcome: ended }, count);
    }
  }
}

async function readGauges(sql: Sql, instruments: Instruments): Promise<void> {
  const [backlog, engine, workers] = await Promise.all([
    readBacklog(sql),
    engineStats(sql),
    liveWorkers(sql),
  ]);
  instruments.unplanned.set(backlog.unplannedEvents);
  instruments.oldestUnplanned.set(backlog.oldestUnplannedSeconds);
  instruments.open.set({ status: "pending" }, backlog.pendingDeliveries);
  instruments.open.set({ status: "retrying" }, backlog.retryingDeliveries);
  instruments.oldestOverdue.set(backlog.oldestOverdueSeconds);
  instruments.channels.set({ enabled: "true" }, backlog.enabledChannels);
  instruments.channels.set({ enabled: "false" }, backlog.disabledChannels);
  instruments.queue.set({ state: "due" }, engine.due);
  instruments.queue.set({ state: "sleeping" }, engine.sleeping);
  instruments.queue.set({ state: "running" }, engine.running);
  instruments.lag.set(engine.oldestDueSeconds);
  instruments.workers.set({ state: "alive" }, workers.alive);
  instruments.workers.set({ state: "ready" }, workers.ready);
}
