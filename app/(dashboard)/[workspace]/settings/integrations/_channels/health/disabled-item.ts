import type { DisabledChannel } from "@/db/queries/disabled-channels";

/** A channel that was switched off automatically, as the browser gets it: dates as ISO 8601. */
export type DisabledItem = Pick<
  DisabledChannel,
  "id" | "kind" | "provider" | "name" | "consecutiveFailures"
> & {
  reason: "failures" | "gone";
  disabledAt: string | null;
  failingSince: string | null;
};

export const toDisabledItem = (channel: DisabledChannel): DisabledItem => ({
  id: channel.id,
  kind: channel.kind,
  provider: channel.provider,
  name: channel.name,
  consecutiveFailures: channel.consecutiveFailures,
  reason: channel.disabledReason === "gone" ? "gone" : "failures",
  disabledAt: channel.disabledAt?.toISOString() ?? null,
  failingSince: channel.firstFailureAt?.toISOString() ?? null,
});
