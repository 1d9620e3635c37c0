import type { Route } from "next";
import type { LastAttempt } from "@/components/deliveries/result-of";
import type {
  AttemptOutcome,
  AttemptStage,
  AttemptTrigger,
  DeliveryStatus,
  ErrorCode,
  RoutingReason,
} from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";

/** One try on the path of an event. */
export interface TraceAttempt {
  number: number;
  trigger: AttemptTrigger;
  outcome: AttemptOutcome;
  stage: AttemptStage;
  errorCode: ErrorCode | null;
  errorDetail: string | null;
  statusCode: number | null;
  durationMs: number;
  /** Masked. */
  requestUrl: string;
}

/** What came of a matched channel. */
export interface TraceDelivery {
  id: string;
  href: Route;
  status: DeliveryStatus;
  attemptCount: number;
  maxAttempts: number;
  nextAttemptAt: Date | null;
  /** The first one first. */
  attempts: TraceAttempt[];
}

/** A channel that routing looked at. */
export interface TraceChannel {
  id: string;
  /** As it was called then. */
  name: string;
  /** Null when nothing is known of the channel any more. */
  provider: ProviderId | null;
  /** Null when the channel was deleted. */
  href: Route | null;
  /** Null when it matched. */
  reason: RoutingReason | null;
  /** What the rule says today, in words; null where it says nothing more. */
  today: string | null;
  /** The event would match the channel as it is now. */
  matchesToday: boolean;
  /** Null for what did not match, and for a delivery that is gone. */
  delivery: TraceDelivery | null;
}

/** How an attempt ended, as the icons and words of results take it. */
export const asLast = (attempt: TraceAttempt): LastAttempt => ({
  lastErrorCode: attempt.errorCode,
  lastStatusCode: attempt.statusCode,
  lastStage: attempt.stage,
});
