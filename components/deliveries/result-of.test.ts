import { expect, it } from "vitest";
import { resultOf } from "./result-of";

it.each([
  [null, 200, "response", "arrived", "HTTP 200"],
  ["http_status", 503, "response", "refused", "HTTP 503"],
  ["http_status", 503, null, "refused", "HTTP 503"],
  ["rejected_by_provider", 200, "response", "refused", "Rejected by provider"],
  ["timeout", null, "no_response", "no_answer", "Timed out"],
  ["timeout", null, "before_sending", "not_sent", "Timed out"],
  ["connection_refused", null, "before_sending", "not_sent", "Connection refused"],
  ["timeout", null, null, "unclear", "Timed out"],
] as const)("%s with status %s at %s is %s", (lastErrorCode, lastStatusCode, lastStage, kind, text) => {
  expect(resultOf({ lastErrorCode, lastStatusCode, lastStage })).toEqual({ kind, text });
});

it("says nothing before the first attempt", () => {
  expect(resultOf({ lastErrorCode: null, lastStatusCode: null })).toBeNull();
});
