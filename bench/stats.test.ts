import { expect, test } from "vitest";
import { figureOf, median, quantile, ratios } from "./stats";

test("the median of an even number of values lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5, 1, 3])).toBe(3);
});

test("quantiles are interpolated and do not change their input", () => {
  const numbers = [30, 10, 20, 40, 50];
  expect(quantile(numbers, 0)).toBe(10);
  expect(quantile(numbers, 1)).toBe(50);
  expect(quantile(numbers, 0.95)).toBeCloseTo(48);
  expect(numbers).toEqual([30, 10, 20, 40, 50]);
});

test("a quantile of nothing is refused, since a missing measurement must not read as a number", () => {
  expect(() => quantile([], 0.5)).toThrow("nothing");
});

test("a ratio is made of values measured in the same round", () => {
  expect(ratios([10, 20, 30], [20, 20])).toEqual([0.5, 1]);
});

test("a figure says how far the values lie apart", () => {
  expect(figureOf([3, 9, 4])).toEqual({ median: 4, least: 3, most: 9 });
});
