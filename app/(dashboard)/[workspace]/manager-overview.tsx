import type { Route } from "next";
import { Suspense } from "react";
import { paths } from "@/components/layout/paths";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { RangeSwitch } from "@/components/overview/range-switch";
import { PageHeader } from "@/components/ui/page-header";
import { listEventLog } from "@/db/queries/event-log";
import type { Access } from "@/lib/auth/access";
import { env } from "@/lib/env";
import { FirstEvent } from "./first-event";
import { GettingStarted } from "./getting-started";
import { OverviewFigures } from "./overview-figures";
import { logWindow, RANGES, type Range } from "./settings/integrations/deliveries/log-window";

interface ManagerOverviewProps {
  access: Access;
  range: Range;
}

/** How the workspace is doing within a range; before anything was reported, how to begin. */
export async function ManagerOverview({ access, range }: ManagerOverviewProps) {
  const { ctx, workspace } = access;
  const newest = await listEventLog(ctx.db, ctx.workspaceId, {}, { limit: 1 });
  if (newest.rows.length === 0) {
    return (
      <div className="grid gap-6">
        <PageHeader title="Overview" description="Nothing was reported to this workspace yet." />
        <GettingStarted access={access} />
        <FirstEvent />
      </div>
    );
  }
  const window = { from: null, to: null, range };
  const { chart: span } = logWindow(window, { now: new Date(), keptDays: env().RETENTION_DAYS });
  const overview = paths.overview(workspace.slug);
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Overview"
        description={`What happened in ${RANGE_WORDS[range]}. Tests are left out; every number leads to its rows.`}
        actions={
          <RangeSwitch
            ranges={RANGES.map((name) => ({
              name,
              words: RANGE_WORDS[name],
              href: `${overview}?range=${name}` as Route,
              current: name === range,
            }))}
          />
        }
      />
      {span && (
        <Suspense key={range} fallback={<OverviewSkeleton />}>
          <OverviewFigures access={access} span={span} />
        </Suspense>
      )}
    </div>
  );
}

const RANGE_WORDS = {
  "1h": "the last hour",
  "24h": "the last 24 hours",
  "7d": "the last 7 days",
  "30d": "the last 30 days",
} as const satisfies Record<Range, string>;
