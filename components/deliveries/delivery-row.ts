import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import type { LastAttempt } from "./result-of";

/** A delivery as the log's rows need it. */
export interface DeliveryRow extends LastAttempt {
  id: string;
  eventType: string;
  channelName: string;
  provider: ProviderId;
  status: DeliveryStatus;
  attemptCount: number;
  maxAttempts: number;
  nextAttemptAt: Date | null;
  createdAt: Date;
  test: boolean;
}
