import { expect, it } from "vitest";
import { resultText } from "./result-text";

it("names a status by its number and every other failure by its words", () => {
  expect(resultText(null, 200)).toBe("HTTP 200");
  expect(resultText("http_status", 503)).toBe("HTTP 503");
  expect(resultText("rejected_by_provider", 200)).toBe("Rejected by provider");
  expect(resultText("timeout", null)).toBe("Timed out");
  expect(resultText(null, null)).toBeNull();
});
