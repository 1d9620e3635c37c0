import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { EventSource } from "./event-row";
import { SourceLabel } from "./source-label";

interface EventFactsProps {
  event: {
    id: string;
    createdAt: Date;
    receivedAt: Date;
    project: string | null;
    actorId: string | null;
    idempotencyKey: string | null;
    source: EventSource;
  };
}

/** The facts of an event at a glance. */
export function EventFacts({ event }: EventFactsProps) {
  return (
    <Panel aria-label="Summary">
      <dl className="grid gap-px overflow-hidden rounded-lg bg-line sm:grid-cols-2 lg:grid-cols-4">
        <Fact label="Event id" wide>
          <CopiedText text={event.id} label="Copy event id" />
        </Fact>
        <Fact label="Happened">
          <RelativeTime at={event.createdAt.toISOString()} />
        </Fact>
        <Fact label="Received">
          <RelativeTime at={event.receivedAt.toISOString()} />
        </Fact>
        <Fact label="Source">
          <SourceLabel source={event.source} />
        </Fact>
        <Fact label="Project">{event.project ?? <None />}</Fact>
        <Fact label="Actor">
          {event.actorId === null ? <None /> : <CopiedText text={event.actorId} label="Copy actor id" />}
        </Fact>
        <Fact label="Idempotency key">
          {event.idempotencyKey === null ? (
            <None />
          ) : (
            <CopiedText text={event.idempotencyKey} label="Copy idempotency key" />
          )}
        </Fact>
      </dl>
    </Panel>
  );
}

const Fact = ({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) => (
  <div className={`grid min-w-0 content-start gap-1 bg-surface px-4 py-3 ${wide ? "sm:col-span-2" : ""}`}>
    <dt className="text-xs text-ink-3">{label}</dt>
    <dd className="flex min-h-6 min-w-0 items-center gap-2 truncate text-ink">{children}</dd>
  </div>
);

const CopiedText = ({ text, label }: { text: string; label: string }) => (
  <>
    <code className="min-w-0 truncate font-mono text-xs" title={text}>
      {text}
    </code>
    <CopyButton text={text} label={label} />
  </>
);

const None = () => <span className="text-ink-3">–</span>;
