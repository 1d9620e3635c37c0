export const DELIVERY_STATUSES = ["pending", "retrying", "delivered", "failed", "cancelled"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const ATTEMPT_TRIGGERS = ["automatic", "manual", "test"] as const;
export type AttemptTrigger = (typeof ATTEMPT_TRIGGERS)[number];

/** Where an attempt ended: `no_response` means sent, but no complete answer came. */
export const ATTEMPT_STAGES = ["before_sending", "no_response", "response"] as const;
export type AttemptStage = (typeof ATTEMPT_STAGES)[number];

export const ATTEMPT_OUTCOMES = ["succeeded", "failed"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export const ERROR_CODES = [
  "http_status",
  "rejected_by_provider",
  "timeout",
  "dns_error",
  "connection_refused",
  "connection_reset",
  "tls_error",
  "address_blocked",
  "invalid_url",
  "missing_secret",
  "payload_too_large",
  "response_too_large",
  "protocol_error",
  "unknown",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const ROUTING_REASONS = [
  "channel_disabled",
  "event_type_not_selected",
  "project_not_selected",
] as const;
export type RoutingReason = (typeof ROUTING_REASONS)[number];

/** Why a channel is off. `failures` and `gone` were decided by the product, `manual` by a person. */
export const DISABLED_REASONS = ["manual", "failures", "gone"] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** Nothing will happen by itself any more; only a manual retry starts again. */
export const isFinished = (status: DeliveryStatus): boolean => status !== "pending" && status !== "retrying";
