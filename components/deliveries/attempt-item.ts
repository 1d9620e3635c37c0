import type { AttemptOutcome, AttemptStage, AttemptTrigger, ErrorCode } from "@/lib/delivery/status";
import type { Timings } from "@/lib/delivery/timings";

/** One try as the delivery page needs it. */
export interface AttemptItem {
  number: number;
  trigger: AttemptTrigger;
  outcome: AttemptOutcome;
  stage: AttemptStage;
  errorCode: ErrorCode | null;
  errorDetail: string | null;
  statusCode: number | null;
  startedAt: Date;
  durationMs: number;
  timings: Timings;
  requestUrl: string;
  requestHeaders: Record<string, string> | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  warnings: { code: string; message: string }[];
}
