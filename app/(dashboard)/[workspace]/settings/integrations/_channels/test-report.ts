import type { TestReport } from "@/components/channels/test-result";
import { explain } from "@/lib/delivery/explain";
import type { TestSent } from "@/lib/operations/test-event";

/** A test as screens show it: the real answer, and what a failure means. */
export function toTestReport({ attempt, body }: TestSent): TestReport {
  const { outcome, stage, errorCode, errorDetail: detail, statusCode, durationMs, responseBody } = attempt;
  return {
    succeeded: outcome === "succeeded",
    statusCode,
    durationMs,
    responseBody,
    requestBody: body,
    explanation:
      errorCode === null ? null : explain({ errorCode, stage, statusCode, detail, url: attempt.requestUrl }),
  };
}
