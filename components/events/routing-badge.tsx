import { CircleDashed, CircleSlash, Split } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { RoutingSummary } from "./event-row";

/** What routing made of an event: waiting, matched nothing, or how many channels get it. */
export function RoutingBadge({ routing }: { routing: RoutingSummary }) {
  if (routing === null) {
    return (
      <Badge tone="info">
        <CircleDashed aria-hidden /> Pending planning
      </Badge>
    );
  }
  const { matched, total } = routing;
  if (matched === 0) {
    return (
      <Badge tone="warn">
        <CircleSlash aria-hidden /> {total === 0 ? "No channels" : `None of ${channelsText(total)}`}
      </Badge>
    );
  }
  return (
    <Badge tone="outline" className="tabular-nums">
      <Split aria-hidden /> {matched} of {channelsText(total)}
    </Badge>
  );
}

/** "1 channel", "5 channels" */
export const channelsText = (count: number): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? "channel" : "channels"}`;
