import type { Route } from "next";
import { DurationLines } from "@/components/charts/lines";
import { OUTCOME_SERIES } from "@/components/charts/outcome-series";
import type { StretchLink, Stretches } from "@/components/charts/series";
import { StackedBars } from "@/components/charts/stacked-bars";
import { paths } from "@/components/layout/paths";
import { ChannelRanking } from "@/components/overview/channel-ranking";
import { FigureTiles } from "@/components/overview/figure-tiles";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { readOverview, type OverviewBucket } from "@/db/queries/overview";
import type { Access } from "@/lib/auth/access";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { serializeLogParams } from "./settings/integrations/deliveries/log-params";
import { serializeEventParams } from "./settings/integrations/events/event-params";

interface OverviewFiguresProps {
  access: Access;
  span: { since: Date; until: Date; bucketMs: number };
}

/** What happened within a span in numbers, charts and tables, each with the way to the rows behind it. */
export async function OverviewFigures({ access: { ctx, workspace }, span }: OverviewFiguresProps) {
  const overview = await readOverview(ctx.db, ctx.workspaceId, span);
  const { since: from, until: to, bucketMs } = span;
  const log = (narrowed: { status?: DeliveryStatus[]; channel?: string; from?: Date; to?: Date }) =>
    serializeLogParams(paths.deliveries(workspace.slug), { from, to, test: false, ...narrowed }) as Route;
  const charts = {
    from: overview.series[0]?.at.getTime() ?? from.getTime(),
    length: bucketMs,
    timeZone: workspace.timeZone,
    link: {
      base: serializeLogParams(paths.deliveries(workspace.slug), { test: false }) as Route,
      ...{ since: from.getTime(), until: to.getTime() },
    },
  };
  return (
    <div className="grid gap-4">
      <FigureTiles
        totals={overview.totals}
        events={serializeEventParams(paths.events(workspace.slug), { from, to, test: false }) as Route}
        deliveries={(...status) => log({ status })}
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel aria-labelledby="outcomes">
          <PanelHeader
            id="outcomes"
            title="Deliveries by outcome"
            description="By when they came into being, as they are now."
          />
          <PanelBody>
            <StackedBars
              label="Deliveries"
              legend={OUTCOME_SERIES}
              counts={overview.series.map(({ deliveries }) =>
                OUTCOME_SERIES.map(({ key }) => deliveries[key]),
              )}
              {...charts}
            />
          </PanelBody>
        </Panel>
        <Latency series={overview.series} charts={charts} />
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <ChannelRanking
          id="failing"
          title="Failing channels"
          rows={overview.failing}
          href={(channel) => log({ channel, status: ["failed"] })}
          empty="No delivery failed for good in this time."
        />
        <ChannelRanking
          id="slowest"
          title="Slowest channels"
          rows={overview.slowest}
          href={(channel) => log({ channel })}
          empty="No attempt was made in this time."
        />
      </div>
    </div>
  );
}

interface LatencyProps {
  series: OverviewBucket[];
  charts: Stretches & { timeZone: string; link: StretchLink };
}

function Latency({ series, charts }: LatencyProps) {
  return (
    <Panel aria-labelledby="latency">
      <PanelHeader
        id="latency"
        title="Latency of attempts"
        description="Half are faster than p50, 95 of 100 than p95."
      />
      <PanelBody>
        <DurationLines
          label="Latency"
          legend={LATENCY_SERIES}
          values={series.map((bucket) => LATENCY_SERIES.map(({ key }) => bucket[key]))}
          {...charts}
        />
      </PanelBody>
    </Panel>
  );
}

const LATENCY_SERIES = [
  { key: "p95", label: "p95", tone: "warn" },
  { key: "p50", label: "p50", tone: "accent" },
] as const;
