import type { RoutingReason } from "@/lib/delivery/status";

/** One event of the past and what routing says of it; `reason` null means that the channel would have received it. */
export interface BacktestEvent {
  eventId: string;
  type: string;
  projectId: string | null;
  title: string;
  /** ISO 8601. */
  receivedAt: string;
  reason: RoutingReason | null;
}

/** What a channel with some filters would have received in the last 7 days. */
export interface BacktestReport {
  /** ISO 8601: where the events that were looked at begin. */
  since: string;
  /** Only the newest events were looked at. */
  partial: boolean;
  total: number;
  matched: number;
  matchedExamples: BacktestEvent[];
  rejectedExamples: BacktestEvent[];
}
