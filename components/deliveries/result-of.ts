import type { AttemptStage, ErrorCode } from "@/lib/delivery/status";
import { resultText } from "./result-text";

/** The newest attempt of a delivery, as far as lists know it. */
export interface LastAttempt {
  lastErrorCode: ErrorCode | null;
  lastStatusCode: number | null;
  /** Where it ended; absent or null where a list does not tell. */
  lastStage?: AttemptStage | null;
}

/**
 * How an attempt ended, as people ask: did it arrive, did the receiver say no, did nobody answer, or was nothing sent at all?
 * `unclear` is a failure whose stage is not known.
 */
export type ResultKind = "arrived" | "refused" | "no_answer" | "not_sent" | "unclear";

/** The result in words, with its kind; null before the first attempt. */
export function resultOf(last: LastAttempt): { kind: ResultKind; text: string } | null {
  const text = resultText(last.lastErrorCode, last.lastStatusCode);
  return text === null ? null : { kind: kindOf(last), text };
}

function kindOf({ lastErrorCode, lastStatusCode, lastStage }: LastAttempt): ResultKind {
  if (lastErrorCode === null) return "arrived";
  if (lastStage === "before_sending") return "not_sent";
  if (lastStage === "no_response") return "no_answer";
  return lastStage === "response" || lastStatusCode !== null ? "refused" : "unclear";
}
