import { expect, it } from "vitest";
import { timeLeft } from "./time-left";

const NOW = Date.parse("2026-06-05T12:00:00.000Z");

it.each([
  [24 * 3600, "24 h 0 min"],
  [24 * 3600 - 1, "23 h 59 min"],
  [3600, "1 h 0 min"],
  [3599, "59 min"],
  [60, "1 min"],
  [59, "less than a minute"],
  [-5, "less than a minute"],
])("writes %d seconds as %s", (seconds, text) => {
  expect(timeLeft(new Date(NOW + seconds * 1000).toISOString(), NOW)).toBe(text);
});
