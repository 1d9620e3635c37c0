import type { DisabledReason } from "./status";

/** The part of a channel that its deliveries change. */
export interface HealthState {
  /** Deliveries in a row that ended failed. */
  consecutiveFailures: number;
  /** When the first of them ended. */
  firstFailureAt: Date | null;
}

/** How a delivery ended. `gone`: the receiver said that it will never accept again (410). */
export type DeliveryEnd = "delivered" | "failed" | "gone";

export interface HealthLimits {
  /** Failed deliveries in a row that switch a channel off. */
  disableAfter: number;
  /** Seconds since the first of them, at least. */
  minAgeSeconds: number;
}

export interface HealthChange extends HealthState {
  /** Set when the channel must be switched off now. */
  disable: Extract<DisabledReason, "failures" | "gone"> | null;
}

/**
 * What the end of one delivery does to its channel. A test changes nothing. For a channel that is off already, the
 * caller ignores `disable`.
 */
export function afterDelivery(
  state: HealthState,
  end: { result: DeliveryEnd; at: Date; test: boolean },
  limits: HealthLimits,
): HealthChange {
  if (end.test) return { ...state, disable: null };
  if (end.result === "delivered") return { consecutiveFailures: 0, firstFailureAt: null, disable: null };
  const consecutiveFailures = state.consecutiveFailures + 1;
  const firstFailureAt = state.firstFailureAt ?? end.at;
  // Failures that were recorded together are dated a little after they happened.
  const ageMs = Math.max(0, end.at.getTime() - firstFailureAt.getTime());
  const oldEnough = ageMs >= limits.minAgeSeconds * 1000;
  const exhausted = consecutiveFailures >= limits.disableAfter && oldEnough;
  return {
    consecutiveFailures,
    firstFailureAt,
    disable: end.result === "gone" ? "gone" : exhausted ? "failures" : null,
  };
}
