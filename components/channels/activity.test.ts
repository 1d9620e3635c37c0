import { expect, test } from "vitest";
import { successRate } from "./activity";

test.each([
  [1182, 22, "98.2 %"],
  [1, 0, "100 %"],
  [0, 3, "0 %"],
  [99_999, 1, "99.9 %"],
  [1, 99_999, "0.1 %"],
  [0, 0, "–"],
])("%i delivered and %i failed are %s", (delivered, failed, text) => {
  expect(successRate({ delivered, failed })).toBe(text);
});
