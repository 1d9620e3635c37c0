import type { DisabledReason } from "./status";

/**
 * How a channel is doing: `idle` has had no finished delivery yet, `healthy` succeeded last, `failing` has failed at
 * least once in a row, `disabled` gets nothing (`disabledReason` says why).
 */
export const HEALTH_STATUSES = ["idle", "healthy", "failing", "disabled"] as const;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

export interface ChannelHealth {
  status: HealthStatus;
  /** Deliveries in a row that ended failed. Tests never count. */
  consecutiveFailures: number;
  /** When its newest finished delivery ended; tests do not count. */
  lastDeliveryAt: Date | null;
  disabledReason: DisabledReason | null;
}

/** The health that screens and the API show, from the channel's own columns and its last delivery. */
export function channelHealth(channel: {
  enabled: boolean;
  disabledReason: DisabledReason | null;
  consecutiveFailures: number;
  lastDeliveryAt: Date | null;
}): ChannelHealth {
  const { consecutiveFailures, lastDeliveryAt } = channel;
  const disabledReason = channel.enabled ? null : (channel.disabledReason ?? "manual");
  const enabledStatus = consecutiveFailures > 0 ? "failing" : lastDeliveryAt ? "healthy" : "idle";
  return {
    status: channel.enabled ? enabledStatus : "disabled",
    consecutiveFailures,
    lastDeliveryAt,
    disabledReason,
  };
}
