import type { Route } from "next";
import { OUTCOME_SERIES } from "@/components/charts/outcome-series";
import { StackedBars } from "@/components/charts/stacked-bars";
import { Panel } from "@/components/ui/panel";
import type { Histogram } from "@/db/queries/delivery-histogram";
import { SHORTEST_BUCKET_MS } from "../log-window";

interface LogChartProps {
  histogram: Histogram;
  bucketMs: number;
  timeZone: string;
  /** The log narrowed to a stretch of time. */
  href: (from: Date, to: Date) => Route;
}

/** The log's deliveries over time by their status; a bar leads to its own stretch of time. */
export function LogChart({ histogram: { buckets, about }, bucketMs, timeZone, href }: LogChartProps) {
  const divisible = bucketMs > SHORTEST_BUCKET_MS;
  const bars = buckets.map(({ at, counts }) => ({
    at,
    ...(divisible && { href: href(at, new Date(at.getTime() + bucketMs)) }),
    segments: OUTCOME_SERIES.map(({ key, tone }) => ({ key, tone, value: counts[key] })),
  }));
  return (
    <Panel aria-label="Deliveries over time" className="px-4 pt-3 pb-2">
      <StackedBars label="Deliveries" bars={bars} legend={OUTCOME_SERIES} timeZone={timeZone} about={about} />
      {about && (
        <p className="mt-1 text-xs text-ink-3">
          Estimated from an even sample: too much to search one by one. A short enough time range is counted
          exactly.
        </p>
      )}
    </Panel>
  );
}
