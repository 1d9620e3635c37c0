import { exactTime } from "@/components/ui/time-text";
import { successRate, type Activity } from "./activity";
import { Sparkline } from "./sparkline";

/** Success rate with the number it is drawn from, and its course; nothing while the channel had no deliveries. */
export function ActivitySummary({ activity }: { activity: Activity | undefined }) {
  if (!activity) return null;
  const { delivered, failed, partial, since, parts } = activity;
  const total = (delivered + failed).toLocaleString("en-GB");
  const stretch = partial ? `since ${exactTime(since)}` : "in the last 7 days";
  const rate = successRate(activity);
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5" suppressHydrationWarning>
      <Sparkline
        parts={parts}
        label={`${delivered.toLocaleString("en-GB")} delivered and ${failed.toLocaleString("en-GB")} failed ${stretch}`}
      />
      <span className="text-xs whitespace-nowrap text-ink-3 tabular-nums" title={`Success rate ${stretch}`}>
        <span className="sr-only">Success rate: </span>
        <span className="font-medium text-ink-2">{rate}</span> of {partial && "the newest "}
        {total}
      </span>
    </div>
  );
}
