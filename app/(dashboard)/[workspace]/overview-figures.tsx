import type { Route } from "next";
import { DurationLines, type LinePoint } from "@/components/charts/lines";
import { OUTCOME_SERIES } from "@/components/charts/outcome-series";
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
  const within = ({ at }: OverviewBucket) => {
    const end = new Date(at.getTime() + bucketMs);
    return log({ from: at < from ? from : at, to: end > to ? to : end });
  };
  const { timeZone } = workspace;
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
              timeZone={timeZone}
              bars={overview.series.map((bucket) => ({
                at: bucket.at,
                href: within(bucket),
                segments: OUTCOME_SERIES.map(({ key, tone }) => ({
                  key,
                  tone,
                  value: bucket.deliveries[key],
                })),
              }))}
            />
          </PanelBody>
        </Panel>
        <Latency series={overview.series} within={within} timeZone={timeZone} />
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
  within: (bucket: OverviewBucket) => Route;
  timeZone: string;
}

function Latency({ series, within, timeZone }: LatencyProps) {
  const [first, second, ...rest] = series.map((bucket): LinePoint => ({
    at: bucket.at,
    href: within(bucket),
    values: { p50: bucket.p50, p95: bucket.p95 },
  }));
  if (!first || !second) return null;
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
          points={[first, second, ...rest]}
          timeZone={timeZone}
        />
      </PanelBody>
    </Panel>
  );
}

const LATENCY_SERIES = [
  { key: "p95", label: "p95", tone: "warn" },
  { key: "p50", label: "p50", tone: "accent" },
] as const;
