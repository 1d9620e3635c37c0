import { ListChecks, SearchX } from "lucide-react";
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { DeliveryTable } from "@/components/deliveries/delivery-table";
import { paths } from "@/components/layout/paths";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { listChannels } from "@/db/queries/channels";
import { listDeliveries, type DeliveryView } from "@/db/queries/deliveries";
import type { Page } from "@/db/queries/page";
import { requireManager } from "@/lib/auth/require";
import { Invalid } from "@/lib/errors";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";
import { loadLogParams, serializeLogParams } from "../log-filters";
import { FilterBar } from "./filter-bar";

export const metadata: Metadata = { title: "Deliveries" };

interface LogPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

type LogParams = Awaited<ReturnType<typeof loadLogParams>>;

const PAGE = 50;

// Channels to filter by: beyond these the list is no help; the channel's own page leads to its deliveries.
const MAX_CHANNELS = 200;

export default async function LogPage({ params, searchParams }: LogPageProps) {
  const { ctx, workspace } = await requireManager((await params).workspace);
  const log = paths.deliveries(workspace.slug);
  const filters = await loadLogParams(searchParams);
  const [page, channels] = await Promise.all([
    load(ctx, filters, log),
    listChannels(ctx.db, ctx.workspaceId, {}, { limit: MAX_CHANNELS }),
  ]);
  const href = (cursor: string | null) => serializeLogParams(log, { ...filters, cursor }) as Route;
  const narrowed = filters.status.length > 0 || filters.channel !== null || filters.type !== null;
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Deliveries"
        description="Every event for every channel that wanted it: what was sent, how often, and what the receiver answered."
      />
      <div className="grid gap-3">
        <FilterBar
          channels={channels.rows.map(({ id, name }) => ({ id, name }))}
          eventTypes={[...EVENT_TYPES]}
        />
        <Panel aria-label="Delivery log">
          {page.rows.length === 0 ? (
            <Nothing narrowed={narrowed} />
          ) : (
            <DeliveryTable rows={page.rows} href={(id) => paths.delivery(workspace.slug, id)} />
          )}
          {(filters.cursor !== null || page.nextCursor !== null) && (
            <Pagination
              newest={filters.cursor === null ? null : href(null)}
              older={page.nextCursor === null ? null : href(page.nextCursor)}
              summary={`${page.rows.length} deliveries`}
            />
          )}
        </Panel>
      </div>
    </div>
  );
}

async function load(ctx: Context, params: LogParams, log: Route): Promise<Page<DeliveryView>> {
  const { status, channel, type, cursor } = params;
  const filters = {
    status: status.length > 0 ? status : undefined,
    channelId: channel ?? undefined,
    eventType: type ?? undefined,
  };
  try {
    return await listDeliveries(ctx.db, ctx.workspaceId, filters, {
      limit: PAGE,
      cursor: cursor ?? undefined,
    });
  } catch (error) {
    // A cursor of another list, from an address that was put together by hand.
    if (error instanceof Invalid) redirect(log);
    throw error;
  }
}

const Nothing = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <EmptyState icon={SearchX} title="No delivery matches these filters">
      Clear a filter to see more.
    </EmptyState>
  ) : (
    <EmptyState icon={ListChecks} title="No deliveries yet">
      As soon as an event matches a channel, its delivery appears here with every attempt.
    </EmptyState>
  );
