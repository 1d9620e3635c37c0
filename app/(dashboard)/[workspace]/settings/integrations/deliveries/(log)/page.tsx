import { History } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { LookedTo } from "@/components/ui/looked-to";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { HistogramBucket } from "@/db/queries/delivery-histogram";
import { requireManager } from "@/lib/auth/require";
import { env } from "@/lib/env";
import { Invalid } from "@/lib/errors";
import { isNarrowed, serializeLogParams } from "../log-params";
import { ActiveFilters } from "./active-filters";
import { ExportMenu } from "./export-menu";
import { FilterBar } from "./filter-bar";
import { LiveLog } from "./live-log";
import { loadLog, type Log } from "./load-log";
import { LogChart } from "./log-chart";
import { BeyondRetention, Nothing } from "./notices";
import { SendAgainAll } from "./send-again-all";

export const metadata: Metadata = { title: "Deliveries" };

interface LogPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function LogPage({ params, searchParams }: LogPageProps) {
  const { ctx, workspace } = await requireManager((await params).workspace);
  const { slug, timeZone } = workspace;
  const log = await loadLog(ctx, searchParams).catch((error: unknown) => {
    // A cursor of another list, from an address that was put together by hand.
    if (error instanceof Invalid) redirect(paths.deliveries(slug));
    throw error;
  });
  const href: Href = (query) => serializeLogParams(paths.deliveries(slug), query) as Route;
  const narrowed = isNarrowed(log.params);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <PageHeader
        title="Deliveries"
        description="Every event for every channel that wanted it: what was sent, how often, and what the receiver answered."
        actions={
          <>
            <Button asChild>
              <Link href={paths.redeliveries(slug)}>
                <History aria-hidden /> Redeliveries
              </Link>
            </Button>
            <ExportMenu path={paths.deliveriesExport(slug)} />
            <SendAgainAll workspace={slug} narrowed={narrowed} />
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <FilterBar choices={log.choices} timeZone={timeZone} />
        <ActiveFilters choices={log.choices} timeZone={timeZone} />
        {log.window.beyondRetention && <BeyondRetention days={env().RETENTION_DAYS} />}
        <Chart log={log} timeZone={timeZone} href={href} />
        <List log={log} slug={slug} timeZone={timeZone} narrowed={narrowed} href={href} />
      </div>
    </div>
  );
}

type Href = (query: Parameters<typeof serializeLogParams>[1]) => Route;

async function Chart({ log, timeZone, href }: { log: Log; timeZone: string; href: Href }) {
  const { chart } = log.window;
  const histogram = await log.histogram;
  if (chart === null || histogram.buckets.every(isEmpty)) return null;
  return (
    <LogChart
      histogram={histogram}
      bucketMs={chart.bucketMs}
      timeZone={timeZone}
      link={{ base: href({ ...log.params, from: null, to: null, range: null, cursor: null }) }}
    />
  );
}

const isEmpty = ({ counts }: HistogramBucket): boolean => Object.values(counts).every((count) => count === 0);

interface ListProps {
  log: Log;
  slug: string;
  timeZone: string;
  narrowed: boolean;
  href: Href;
}

function List({ log, slug, timeZone, narrowed, href }: ListProps) {
  const { params, page } = log;
  const { cursor } = params;
  return (
    <Panel aria-label="Delivery log">
      <LiveLog
        workspace={slug}
        rows={page.rows}
        readAt={log.readAt.toISOString()}
        live={cursor === null}
        more={page.nextCursor !== null}
      />
      {page.rows.length === 0 && !page.lookedTo && (
        <Nothing narrowed={narrowed} days={env().RETENTION_DAYS} />
      )}
      {page.lookedTo && <LookedTo at={page.lookedTo} timeZone={timeZone} found={page.rows.length > 0} />}
      {(cursor !== null || page.nextCursor !== null) && (
        <Pagination
          newest={cursor === null ? null : href({ ...params, cursor: null })}
          older={page.nextCursor === null ? null : href({ ...params, cursor: page.nextCursor })}
          olderText={page.lookedTo && "Keep looking"}
          summary={`${page.rows.length} deliveries`}
        />
      )}
    </Panel>
  );
}
