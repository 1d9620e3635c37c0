import { ROUTING_REASONS, type DeliveryStatus, type RoutingReason } from "@/lib/delivery/status";
import { Folded } from "./folded";
import { MatchedChannel } from "./matched-channel";
import { channelsText } from "./routing-badge";
import type { TraceChannel } from "./trace-item";
import { UnmatchedChannel } from "./unmatched-channel";

/** As many lines as can be looked over; what is beyond is folded, by what it has in common. */
const SHOWN = 20;

interface ChannelPathsProps {
  channels: TraceChannel[];
  /** The rule behind a reason, in words. */
  rule: (reason: RoutingReason) => string;
}

/** One line per channel that routing looked at: those that matched first, the most urgent of them at the top. */
export function ChannelPaths({ channels, rule }: ChannelPathsProps) {
  const matched = channels.filter(({ reason }) => reason === null).sort((a, b) => urgency(a) - urgency(b));
  const others = channels.filter(({ reason }) => reason !== null);
  const folding = channels.length > SHOWN;
  return (
    <ol className="divide-y divide-line">
      {matched.slice(0, SHOWN).map((channel) => (
        <MatchedChannel key={channel.id} channel={channel} />
      ))}
      {matched.length > SHOWN && (
        <li>
          <Folded title={`${channelsText(matched.length - SHOWN)} more that matched`}>
            {matched.slice(SHOWN).map((channel) => (
              <MatchedChannel key={channel.id} channel={channel} />
            ))}
          </Folded>
        </li>
      )}
      {folding
        ? ROUTING_REASONS.map((reason) => (
            <UnmatchedGroup
              key={reason}
              rule={rule(reason)}
              channels={others.filter((channel) => channel.reason === reason)}
            />
          ))
        : others.map((channel) => (
            <UnmatchedChannel
              key={channel.id}
              channel={channel}
              rule={channel.reason ? rule(channel.reason) : ""}
            />
          ))}
    </ol>
  );
}

const URGENCY = {
  failed: 0,
  retrying: 1,
  pending: 2,
  cancelled: 3,
  delivered: 4,
} as const satisfies Record<DeliveryStatus, number>;

const urgency = ({ delivery }: TraceChannel): number => (delivery ? URGENCY[delivery.status] : 3);

function UnmatchedGroup({ channels, rule }: { channels: TraceChannel[]; rule: string }) {
  if (channels.length === 0) return null;
  return (
    <li>
      <Folded title={`${channelsText(channels.length)} not matched: ${rule}`}>
        {channels.map((channel) => (
          <UnmatchedChannel key={channel.id} channel={channel} rule={rule} />
        ))}
      </Folded>
    </li>
  );
}
