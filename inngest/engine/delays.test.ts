import { expect, test } from "vitest";
import { backoff, setbackDelay } from "./delays";

test("failed attempts wait as on Inngest's server, with up to 30 s more", () => {
  const least = Array.from({ length: 12 }, (_, attempt) => backoff(attempt, () => 0) / 1000);
  expect(least).toEqual([15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 7200, 7200]);
  expect(backoff(0, () => 0.999_999)).toBe(15_000 + 29_999);
});

test("setbacks of the engine wait twice as long each time, ten minutes at most", () => {
  expect([0, 1, 2, 9, 10, 50].map(setbackDelay)).toEqual([1000, 2000, 4000, 512_000, 600_000, 600_000]);
});
