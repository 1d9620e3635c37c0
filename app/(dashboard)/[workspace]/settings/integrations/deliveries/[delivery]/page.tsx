import { Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttemptTimeline } from "@/components/deliveries/attempt-timeline";
import { attemptsText } from "@/components/deliveries/attempts-text";
import { DeliverySummary } from "@/components/deliveries/delivery-summary";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import { requireManager } from "@/lib/auth/require";
import { isFinished } from "@/lib/delivery/status";
import { env } from "@/lib/env";
import { LiveRefresh } from "../../_live/live-refresh";
import { DeliveryActions } from "./delivery-actions";
import { loadDelivery, type ShownDelivery } from "./load-delivery";
import { WhatIsSent } from "./what-is-sent";

export const metadata: Metadata = { title: "Delivery" };

interface DeliveryPageProps {
  params: Promise<{ workspace: string; delivery: string }>;
}

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const { workspace: slug, delivery: id } = await params;
  const { ctx, workspace } = await requireManager(slug);
  const shown = await loadDelivery(ctx, id);
  if (!shown) notFound();
  const { delivery, channel, obstacle } = shown;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <LiveRefresh while={!isFinished(delivery.status)} />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="font-mono text-lg break-all">{delivery.eventType}</span>
            <StatusBadge status={delivery.status} />
          </span>
        }
        description={`To ${delivery.channelName} · ${progressText(shown)}`}
        actions={<DeliveryActions workspace={workspace.slug} id={delivery.id} obstacle={obstacle} />}
      />
      <DeliverySummary delivery={delivery} workspace={workspace.slug} channelKind={channel?.kind ?? null} />
      <Attempts shown={shown} />
      <WhatIsSent delivery={delivery} reader={workspace} bodyDays={env().RETENTION_BODY_DAYS} />
    </div>
  );
}

/** "attempt 2 of 6", or that none was made yet. */
const progressText = ({ delivery }: ShownDelivery): string =>
  delivery.attemptCount === 0
    ? "no attempt yet"
    : `attempt ${attemptsText(delivery.attemptCount, delivery.maxAttempts)}`;

const Attempts = ({ shown: { delivery } }: { shown: ShownDelivery }) => (
  <section aria-labelledby="attempts" className="grid grid-cols-[minmax(0,1fr)] gap-3">
    <h2 id="attempts" className="text-base font-semibold">
      Attempts
    </h2>
    {delivery.attempts.length === 0 ? (
      <Panel>
        <EmptyState
          icon={Hourglass}
          title={isFinished(delivery.status) ? "No attempt was made" : "No attempt yet"}
        >
          {isFinished(delivery.status)
            ? "It ended before its first one."
            : "The first one follows in a moment. This page keeps itself current."}
        </EmptyState>
      </Panel>
    ) : (
      <AttemptTimeline
        attempts={delivery.attempts}
        provider={delivery.provider}
        body={{ text: delivery.body, days: env().RETENTION_BODY_DAYS }}
        maxAttempts={delivery.maxAttempts}
        nextAttemptAt={delivery.nextAttemptAt}
      />
    )}
  </section>
);
