import { OUTCOME_SERIES } from "@/components/charts/outcome-series";
import type { StretchLink } from "@/components/charts/series";
import { StackedBars } from "@/components/charts/stacked-bars";
import { Panel } from "@/components/ui/panel";
import type { Histogram } from "@/db/queries/delivery-histogram";
import { SHORTEST_BUCKET_MS } from "../log-window";

interface LogChartProps {
  /** Has buckets. */
  histogram: Histogram;
  bucketMs: number;
  timeZone: string;
  /** The log, to be narrowed to a stretch of time. */
  link: StretchLink;
}

/** The log's deliveries over time by their status; a bar leads to its own stretch of time. */
export function LogChart({ histogram: { buckets, about }, bucketMs, timeZone, link }: LogChartProps) {
  return (
    <Panel aria-label="Deliveries over time" className="px-4 pt-3 pb-2">
      <StackedBars
        label="Deliveries"
        from={buckets[0]?.at.getTime() ?? 0}
        length={bucketMs}
        counts={buckets.map(({ counts }) => OUTCOME_SERIES.map(({ key }) => counts[key]))}
        legend={OUTCOME_SERIES}
        link={bucketMs > SHORTEST_BUCKET_MS ? link : undefined}
        timeZone={timeZone}
        about={about}
      />
      {about && (
        <p className="mt-1 text-xs text-ink-3">
          Estimated from an even sample: too much to search one by one. A short enough time range is counted
          exactly.
        </p>
      )}
    </Panel>
  );
}
