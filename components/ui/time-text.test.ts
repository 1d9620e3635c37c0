import { describe, expect, it } from "vitest";
import { duration, gap, relativeTime } from "./time-text";

const NOW = Date.parse("2026-06-05T12:00:00.000Z");
const before = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

describe("relativeTime", () => {
  it.each([
    [0, "just now"],
    [42, "42 s ago"],
    [60, "1 min ago"],
    [3_599, "59 min ago"],
    [7_200, "2 h ago"],
    [86_400 * 3, "3 d ago"],
    [86_400 * 31, "2026-05-05"],
    [-90, "in 1 min"],
  ])("writes a moment %d s ago as %s", (seconds, text) => {
    expect(relativeTime(before(seconds), NOW)).toBe(text);
  });
});

describe("duration", () => {
  it.each([
    [85, "85 ms"],
    [1_240, "1.24 s"],
    [125_000, "2 min 5 s"],
  ])("writes %d ms as %s", (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

it.each([
  [-5, "0 ms"],
  [850, "850 ms"],
  [30_412, "30.4 s"],
  [125_900, "2 min 5 s"],
  [3 * 3_600_000 + 720_000, "3 h 12 min"],
  [50 * 3_600_000, "2 d 2 h"],
])("writes %d ms between two moments as %s", (milliseconds, text) => {
  expect(gap(milliseconds)).toBe(text);
});
