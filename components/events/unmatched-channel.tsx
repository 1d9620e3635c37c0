import { CircleSlash, RotateCw } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ChannelName } from "./channel-name";
import type { TraceChannel } from "./trace-item";

/** A channel that said no, with the rule in words and what it says today. */
export function UnmatchedChannel({ channel, rule }: { channel: TraceChannel; rule: string }) {
  return (
    <li className="grid gap-x-2 gap-y-1 py-2.5 md:grid-cols-[13rem_1.5rem_minmax(0,1fr)]">
      <ChannelName channel={channel} />
      <span aria-hidden className="mt-2.5 hidden border-t border-dashed border-line-strong md:block" />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 pl-6 text-ink-2 md:pl-0">
        <span className="flex gap-2">
          <CircleSlash aria-hidden className="mt-0.75 size-3.5 shrink-0 text-warn" />
          <span>
            <span className="sr-only">Not matched: </span>
            {rule}.
          </span>
        </span>{" "}
        {channel.today !== null && <span className="text-xs text-ink-3">{channel.today}</span>}
        {channel.matchesToday && (
          <Badge tone="accent">
            <RotateCw aria-hidden /> Would match now
          </Badge>
        )}
      </div>
    </li>
  );
}
