"use client";

import { useParams } from "next/navigation";
import type { BacktestReport } from "@/components/channels/backtest";
import { BacktestExamples } from "@/components/channels/backtest-result";
import type { ProjectChoice } from "@/components/channels/project-picker";
import { paths } from "@/components/layout/paths";
import { cn } from "@/components/ui/cn";
import { exactTime } from "@/components/ui/time-text";
import { useBacktest } from "./use-backtest";

interface BacktestPanelProps {
  filters: { eventTypes: string[]; projectIds: string[] };
  projects: ProjectChoice[];
}

/** What the filters of a form would have let through in the last 7 days, with examples of both sides. */
export function BacktestPanel({ filters, projects }: BacktestPanelProps) {
  const { workspace } = useParams<{ workspace: string }>();
  const { report, current, failed } = useBacktest(workspace, filters);
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const shared = {
    href: (id: string) => paths.event(workspace, id),
    projectName: (id: string) => names.get(id) ?? "another project",
  };
  return (
    <section aria-label="Tried on past events" className="grid gap-2 rounded-md bg-raised px-3 py-2.5">
      <p
        role="status"
        aria-busy={!current}
        className={cn("text-sm text-ink-2 transition-opacity", !current && "opacity-60")}
      >
        {report ? <Verdict report={report} /> : failed ? FAILED : "Looking at the last 7 days…"}
      </p>
      {report && report.total > 0 && (
        <details className="text-sm">
          <summary className="w-fit rounded-sm text-xs text-ink-2 hover:text-ink">Examples</summary>
          <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
            <BacktestExamples title="Would have arrived" examples={report.matchedExamples} {...shared} />
            <BacktestExamples title="Would not" examples={report.rejectedExamples} {...shared} />
          </div>
        </details>
      )}
    </section>
  );
}

const FAILED = "What it would have received could not be counted just now.";

function Verdict({ report: { total, matched, partial, since } }: { report: BacktestReport }) {
  if (total === 0) return "There were no events in the last 7 days to try this on.";
  return (
    <>
      {partial ? `Since ${exactTime(since)}` : "In the last 7 days"} this channel would have received{" "}
      <strong className="font-semibold text-ink tabular-nums">{matched.toLocaleString("en-GB")}</strong> of{" "}
      <span className="tabular-nums">{total.toLocaleString("en-GB")}</span> events.
    </>
  );
}
