import { FlaskConical } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ProviderIcon, PROVIDER_NAMES } from "@/components/channels/provider-icon";
import { paths } from "@/components/layout/paths";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryRow } from "./delivery-row";
import { attemptsText } from "./attempts-text";
import { NextAttempt } from "./next-attempt";

interface DeliverySummaryProps {
  workspace: string;
  delivery: DeliveryRow & { eventId: string; channelId: string; finishedAt: Date | null };
  /** The list that the channel is in; null when it was deleted. */
  channelKind: "chat" | "crm" | null;
}

/** The facts of a delivery at a glance. */
export function DeliverySummary({ workspace, delivery, channelKind }: DeliverySummaryProps) {
  const { attemptCount, maxAttempts, nextAttemptAt, finishedAt, createdAt } = delivery;
  return (
    <Panel aria-label="Summary">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line lg:grid-cols-3">
        <Fact label="Channel">
          <ProviderIcon provider={delivery.provider} />
          <ChannelName workspace={workspace} name={delivery.channelName} kind={channelKind} />
          <span className="sr-only">({PROVIDER_NAMES[delivery.provider]})</span>
          {delivery.test && (
            <Badge tone="info">
              <FlaskConical aria-hidden /> Test
            </Badge>
          )}
        </Fact>
        <Fact label="Attempt">{attemptsText(attemptCount, maxAttempts)}</Fact>
        <Fact label={nextAttemptAt ? "Next attempt" : "Finished"}>
          {nextAttemptAt && <NextAttempt at={nextAttemptAt.toISOString()} />}
          {!nextAttemptAt && (finishedAt ? <RelativeTime at={finishedAt.toISOString()} /> : "Not yet")}
        </Fact>
        <Fact label="Created">
          <RelativeTime at={createdAt.toISOString()} />
        </Fact>
        <IdFact label="Delivery id" id={delivery.id} />
        <IdFact label="Event id" id={delivery.eventId} href={paths.event(workspace, delivery.eventId)} />
      </dl>
    </Panel>
  );
}

const Fact = ({ label, className, children }: { label: string; className?: string; children: ReactNode }) => (
  <div className={cn("grid min-w-0 content-start gap-1 bg-surface px-4 py-3", className)}>
    <dt className="text-xs text-ink-3">{label}</dt>
    <dd className="flex min-h-6 min-w-0 items-center gap-2 text-sm tabular-nums">{children}</dd>
  </div>
);

interface ChannelNameProps {
  workspace: string;
  name: string;
  kind: "chat" | "crm" | null;
}

const ChannelName = ({ workspace, name, kind }: ChannelNameProps) =>
  kind === null ? (
    <span className="truncate">
      {name} <span className="text-ink-3">(deleted)</span>
    </span>
  ) : (
    <Link href={paths[kind](workspace)} className={LINK}>
      {name}
    </Link>
  );

// Blocks as high as their row: easy to hit, and never longer than what is seen of them.
const LINK = "block truncate rounded-sm leading-6 text-accent hover:underline";

const IdFact = ({ label, id, href }: { label: string; id: string; href?: Route }) => (
  <Fact label={label} className="col-span-2 lg:col-span-1">
    <code className="min-w-0 truncate font-mono text-xs">
      {href === undefined ? (
        id
      ) : (
        <Link href={href} className={LINK}>
          {id}
        </Link>
      )}
    </code>
    <CopyButton text={id} label={`Copy ${label.toLowerCase()}`} />
  </Fact>
);
