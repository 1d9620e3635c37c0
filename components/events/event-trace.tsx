import { Inbox, Split } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";
import { duration } from "@/components/ui/time-text";
import type { RoutingReason } from "@/lib/delivery/status";
import { ChannelPaths } from "./channel-paths";
import type { EventSource } from "./event-row";
import { channelsText } from "./routing-badge";
import { SourceLabel } from "./source-label";
import type { TraceChannel } from "./trace-item";
import { TraceStep } from "./trace-step";

interface EventTraceProps {
  source: EventSource;
  receivedAt: Date;
  /** Null while it waits. */
  plannedAt: Date | null;
  channels: TraceChannel[];
  rule: (reason: RoutingReason) => string;
}

/** The path of an event: received, routed, and for each channel what was sent and answered. */
export function EventTrace({ source, receivedAt, plannedAt, channels, rule }: EventTraceProps) {
  const matched = channels.filter(({ reason }) => reason === null).length;
  return (
    <ol className="px-4 py-4">
      <TraceStep icon={Inbox} title="Received" aside={<RelativeTime at={receivedAt.toISOString()} />}>
        <p className="flex flex-wrap items-center gap-x-1.5 text-ink-2">
          Accepted from <SourceLabel source={source} />
        </p>
      </TraceStep>
      <TraceStep
        icon={Split}
        title={plannedAt === null ? "Pending planning" : "Routed"}
        aside={plannedAt && `${duration(Math.max(0, plannedAt.getTime() - receivedAt.getTime()))} later`}
      >
        <p className="text-ink-2">
          {plannedAt === null
            ? "Which channels get it is decided in a moment."
            : summary(matched, channels.length)}
        </p>
        {channels.length > 0 && <ChannelPaths channels={channels} rule={rule} />}
      </TraceStep>
    </ol>
  );
}

function summary(matched: number, total: number): string {
  if (total === 0) return "The workspace had no channel then.";
  return `${matched} of ${channelsText(total)} matched.`;
}
