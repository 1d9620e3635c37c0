import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttemptTimeline } from "@/components/deliveries/attempt-timeline";
import { DeliverySummary } from "@/components/deliveries/delivery-summary";
import { Hourglass } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import { getDelivery } from "@/db/queries/deliveries";
import { requireManager } from "@/lib/auth/require";
import { isFinished } from "@/lib/delivery/status";
import { isPlausibleId } from "@/lib/ids";
import { LiveRefresh } from "../../_live/live-refresh";
import { RetryButton } from "./retry-button";

export const metadata: Metadata = { title: "Delivery" };

interface DeliveryPageProps {
  params: Promise<{ workspace: string; delivery: string }>;
}

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const { workspace: slug, delivery: id } = await params;
  const { ctx, workspace } = await requireManager(slug);
  const delivery = isPlausibleId(id) ? await getDelivery(ctx.db, ctx.workspaceId, id) : null;
  if (!delivery) notFound();
  return (
    <div className="grid gap-6">
      <LiveRefresh while={!isFinished(delivery.status)} />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="font-mono text-lg">{delivery.eventType}</span>
            <StatusBadge status={delivery.status} />
          </span>
        }
        description={`To ${delivery.channelName}`}
        actions={
          isFinished(delivery.status) && (
            <RetryButton workspace={workspace.slug} id={delivery.id} attempts={delivery.attempts.length} />
          )
        }
      />
      <DeliverySummary delivery={delivery} />
      <section aria-labelledby="attempts" className="grid gap-3">
        <h2 id="attempts" className="text-base font-semibold">
          Attempts
        </h2>
        {delivery.attempts.length === 0 ? (
          <Panel>
            <EmptyState icon={Hourglass} title="No attempt yet">
              The first one follows in a moment. This page keeps itself current.
            </EmptyState>
          </Panel>
        ) : (
          <AttemptTimeline attempts={delivery.attempts} body={delivery.body} />
        )}
      </section>
    </div>
  );
}
