import { ListChecks } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { DeliveryTable } from "@/components/deliveries/delivery-table";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Stat } from "@/components/ui/stat";
import { listDeliveries } from "@/db/queries/deliveries";
import { readOverview } from "@/db/queries/overview";
import type { Access } from "@/lib/auth/access";
import { FirstEvent } from "./first-event";

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const NEWEST = 8;

function lastDay() {
  const until = new Date();
  return { since: new Date(until.getTime() - DAY_MS), until, bucketMs: HOUR_MS };
}

/** The last 24 hours in numbers, the newest deliveries, and how to send an event. */
export async function ManagerOverview({ access: { ctx, workspace } }: { access: Access }) {
  const [overview, newest] = await Promise.all([
    readOverview(ctx.db, ctx.workspaceId, lastDay()),
    listDeliveries(ctx.db, ctx.workspaceId, {}, { limit: NEWEST }),
  ]);
  const { events, deliveries } = overview.totals;
  const log = paths.deliveries(workspace.slug);
  const by = (status: string) => `${log}?status=${status}` as Route;
  return (
    <div className="grid gap-6">
      <PageHeader title="Overview" description="The last 24 hours." />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="Events received" value={events} />
        <Stat label="Delivered" value={deliveries.delivered} href={by("delivered")} />
        <Stat
          label="Waiting"
          value={deliveries.retrying + deliveries.pending}
          href={by("pending,retrying")}
        />
        <Stat
          label="Failed"
          value={deliveries.failed}
          href={by("failed")}
          tone={deliveries.failed > 0 ? "bad" : "neutral"}
        />
      </div>
      <Panel aria-labelledby="newest">
        <PanelHeader
          id="newest"
          title="Newest deliveries"
          actions={
            newest.rows.length > 0 && (
              <Button size="sm" asChild>
                <Link href={log}>All deliveries</Link>
              </Button>
            )
          }
        />
        {newest.rows.length === 0 ? (
          <EmptyState
            icon={ListChecks}
            title={overview.hasChannels ? "Nothing was delivered yet" : "Begin with a channel"}
            action={
              !overview.hasChannels && (
                <Button variant="primary" asChild>
                  <Link href={paths.chat(workspace.slug)}>Set up a channel</Link>
                </Button>
              )
            }
          >
            {overview.hasChannels
              ? "Send an event, and its deliveries appear here."
              : "A channel is where notifications go: Microsoft Teams, Slack or an endpoint of yours."}
          </EmptyState>
        ) : (
          <DeliveryTable rows={newest.rows} href={(id) => paths.delivery(workspace.slug, id)} />
        )}
      </Panel>
      <FirstEvent />
    </div>
  );
}
