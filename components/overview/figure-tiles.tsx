import type { Route } from "next";
import { Stat } from "@/components/ui/stat";
import { duration } from "@/components/ui/time-text";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { successRate } from "./figures";

interface FigureTilesProps {
  totals: {
    events: number;
    deliveries: Record<DeliveryStatus, number>;
    /** Milliseconds; null without an attempt. */
    p50: number | null;
    p95: number | null;
  };
  /** The events that are counted. */
  events: Route;
  /** The deliveries that are counted, of these statuses or of all. */
  deliveries: (...status: DeliveryStatus[]) => Route;
}

/** What happened in numbers; each leads to the rows that it counts. */
export function FigureTiles({ totals, events, deliveries }: FigureTilesProps) {
  const { delivered, failed, pending, retrying, cancelled } = totals.deliveries;
  const time = (value: number | null) => (value === null ? "–" : duration(value));
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label="Events" value={totals.events} href={events} />
      <Stat label="Delivered" value={delivered} href={deliveries("delivered")} />
      <Stat label="Failed" value={failed} href={deliveries("failed")} tone={failed > 0 ? "bad" : "neutral"} />
      <Stat label="Waiting" value={pending + retrying} href={deliveries("pending", "retrying")} />
      <Stat
        label="Success rate"
        value={successRate(delivered, failed)}
        href={deliveries("delivered", "failed")}
      />
      <Stat label="Cancelled" value={cancelled} href={deliveries("cancelled")} />
      <Stat label="Latency p50" value={time(totals.p50)} href={deliveries()} />
      <Stat label="Latency p95" value={time(totals.p95)} href={deliveries()} />
    </div>
  );
}
