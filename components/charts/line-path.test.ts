import { expect, it } from "vitest";
import { linePath } from "./line-path";

it("joins neighbours and puts each in the middle of its unit", () => {
  expect(linePath([10, 4], 10)).toBe("M0.5 0L1.5 6");
});

it("breaks off where a value is missing", () => {
  expect(linePath([1, 1, null, 2, 2], 2)).toBe("M0.5 1L1.5 1M3.5 0L4.5 0");
});

it("shows a value that stands alone", () => {
  expect(linePath([null, 5, null], 10)).toBe("M1.25 5H1.75");
  expect(linePath([null, null], 10)).toBe("");
});
