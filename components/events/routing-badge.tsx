import { Badge } from "@/components/ui/badge";
import type { RoutingSummary } from "./event-row";

/** What routing made of an event: waiting, matched nothing, or how many channels get it. */
export function RoutingBadge({ routing }: { routing: RoutingSummary }) {
  if (routing === null) {
    return (
      <Badge tone="info" icon="circle-dashed">
        Pending planning
      </Badge>
    );
  }
  const { matched, total } = routing;
  if (matched === 0) {
    return (
      <Badge tone="warn" icon="circle-slash">
        {total === 0 ? "No channels" : `None of ${channelsText(total)}`}
      </Badge>
    );
  }
  return (
    <Badge tone="outline" icon="split" className="tabular-nums">
      {`${matched} of ${channelsText(total)}`}
    </Badge>
  );
}

/** "1 channel", "5 channels" */
export const channelsText = (count: number): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? "channel" : "channels"}`;
