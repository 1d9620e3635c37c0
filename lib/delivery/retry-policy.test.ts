import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after";
import { MAX_RETRY_AFTER_SECONDS, maxAttempts, nextAttemptAt } from "./retry-policy";

const SCHEDULE = [30, 60, 120, 240, 480];
const endedAt = new Date("2026-06-05T14:47:16.831Z");

function delay(automaticAttempts: number, retryAfter: number | null = null, random = 0): number | null {
  const next = nextAttemptAt({
    automaticAttempts,
    schedule: SCHEDULE,
    endedAt,
    retryAfter,
    random: () => random,
  });
  return next && (next.getTime() - endedAt.getTime()) / 1000;
}

describe("the schedule", () => {
  test("makes six tries: the first and one after 30 s, 60 s, 2 min, 4 min and 8 min", () => {
    expect(maxAttempts(SCHEDULE)).toBe(6);
    expect([1, 2, 3, 4, 5].map((attempts) => delay(attempts))).toEqual(SCHEDULE);
    expect(delay(6)).toBeNull();
    expect(delay(7)).toBeNull();
  });

  test("survives an outage of 15 minutes even when every try fails at once", () => {
    expect(SCHEDULE.reduce((sum, wait) => sum + wait)).toBeGreaterThan(15 * 60);
  });

  test("takes fractions of seconds and may be empty", () => {
    const next = nextAttemptAt({ automaticAttempts: 1, schedule: [0.05], endedAt, random: () => 0 });
    expect(next?.getTime()).toBe(endedAt.getTime() + 50);
    expect(maxAttempts([])).toBe(1);
    expect(nextAttemptAt({ automaticAttempts: 1, schedule: [], endedAt })).toBeNull();
  });

  test("is never early and at most a tenth late, whatever chance and receiver say", () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const asked = fc.option(fc.double({ noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), chance, asked, (attempts, random, retryAfter) => {
        const wait = SCHEDULE[attempts - 1] ?? 0;
        const least = Math.max(wait, Math.min(retryAfter ?? 0, MAX_RETRY_AFTER_SECONDS));
        const actual = delay(attempts, retryAfter, random) ?? -1;
        expect(actual).toBeGreaterThanOrEqual(least);
        expect(actual).toBeLessThanOrEqual(least + wait * 0.1 + 0.001);
      }),
    );
  });
});

describe("Retry-After", () => {
  test.each([
    ["0", 30],
    ["7", 30],
    ["120", 120],
    ["86400", 3600],
    ["999999999999999", 3600],
    ["-1", 30],
    ["abc", 30],
    ["", 30],
    [undefined, 30],
    ["Fri, 05 Jun 2026 14:46:16 GMT", 30],
    ["Fri, 05 Jun 2026 14:49:16 GMT", 119.169],
    ["Sat, 06 Jun 2026 14:49:16 GMT", 3600],
  ])("of %j makes the first retry wait %d s", (value, seconds) => {
    expect(delay(1, parseRetryAfter(value, endedAt))).toBe(seconds);
  });

  test.each([
    ["5", 5],
    [" 5 ", 5],
    ["1.5", 1.5],
    ["Friday, 05-Jun-26 14:48:16 GMT", 59.169],
    ["Fri Jun  5 14:48:16 2026", 59.169],
  ])("is read from %j", (value, seconds) => {
    expect(parseRetryAfter(value, endedAt)).toBe(seconds);
  });

  test.each([
    "5 minutes",
    "1e9",
    "0x10",
    "Infinity",
    "NaN",
    "2026-06-05",
    "Fri, 99 Jun 2026 99:99:99 GMT",
    "5, 6",
  ])("is ignored when it says %j", (value) => {
    expect(parseRetryAfter(value, endedAt)).toBeNull();
  });

  test("of any text gives null or a number that is not negative", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const seconds = parseRetryAfter(value, endedAt);
        expect(seconds === null || seconds >= 0).toBe(true);
      }),
    );
  });
});
