import { expect, it } from "vitest";
import { successRate } from "./figures";

it.each([
  [0, 0, "–"],
  [10, 0, "100 %"],
  [0, 3, "0 %"],
  [987, 13, "98.7 %"],
  [1, 1, "50 %"],
  // One failure in a hundred thousand is still no 100 %.
  [99_999, 1, "99.9 %"],
])("of %i delivered and %i failed says %s", (delivered, failed, text) => {
  expect(successRate(delivered, failed)).toBe(text);
});
