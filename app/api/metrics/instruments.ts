import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { DatabaseHistogram } from "./database-histogram";

/** Upper bounds of the latency buckets in seconds; a send ends after ten. */
export const LATENCY_BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Every metric of the product. Those called `_total` and the histogram grow from the first scrape of this process on. */
export function createInstruments() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `carillon_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `carillon_${name}`, help, labelNames: [...labelNames], registers });
  const latency = new DatabaseHistogram({
    name: "carillon_attempt_duration_seconds",
    help: "How long attempts took.",
    labelNames: ["provider", "outcome"],
    buckets: LATENCY_BOUNDS,
  });
  registry.registerMetric(latency);
  collectDefaultMetrics({ register: registry, prefix: "carillon_web_" });
  return {
    registry,
    latency,
    ingested: counter("events_ingested_total", "Events received."),
    routed: counter("deliveries_routed_total", "Deliveries that routing made.", ["provider"]),
    delivered: counter("deliveries_finished_total", "Deliveries that arrived, or failed for good.", [
      "provider",
      "outcome",
    ]),
    attempts: counter("attempts_total", "Attempts made.", ["provider", "outcome", "trigger"]),
    unplanned: gauge("events_unannounced", "Events that wait for their routing."),
    oldestUnplanned: gauge("oldest_unannounced_event_seconds", "Age of the oldest of them."),
    open: gauge("deliveries_open", "Deliveries that wait for an attempt.", ["status"]),
    oldestOverdue: gauge("oldest_overdue_delivery_seconds", "How late the most overdue of them is."),
    channels: gauge("channels", "Channels, by whether they are enabled.", ["enabled"]),
    queue: gauge("engine_queue_depth", "Jobs of the embedded engine.", ["state"]),
    lag: gauge("engine_lag_seconds", "For how long the oldest due job of the embedded engine waits."),
    workers: gauge("engine_workers", "Workers seen within 10 s.", ["state"]),
  };
}

export type Instruments = ReturnType<typeof createInstruments>;
