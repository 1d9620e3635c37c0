import type { TestReport } from "@/components/channels/test-result";
import { explain } from "@/lib/delivery/explain";
import type { TestSent } from "@/lib/operations/test-event";

/** A test as screens show it: the real answer, and what a failure means. */
export function toTestReport({ attempt, provider, body }: TestSent): TestReport {
  const { outcome, stage, errorCode, errorDetail: detail, statusCode, durationMs, responseBody } = attempt;
  return {
    succeeded: outcome === "succeeded",
    statusCode,
    durationMs,
    responseBody,
    requestBody: body,
    explanation:
      errorCode === null ? null : explain({ errorCode, stage, statusCode, detail, url: attempt.requestUrl }),
    // Workflows answers 202 as soon as its run is queued, and reports nothing of what comes after.
    note: outcome === "succeeded" && provider === "teams" && statusCode === 202 ? ACCEPTED_ONLY : null,
  };
}

const ACCEPTED_ONLY =
  "Workflows accepted it. Teams does not report whether the card was posted: look into the channel, or at the run history of the flow.";
