import { expect, test } from "vitest";
import { createRateLimiter } from "./rate-limit";

const rate = { perSecond: 5, burst: 5 };

test("a burst of a second's worth passes, the next one is told to wait", () => {
  const limiter = createRateLimiter();
  const waits = Array.from({ length: 7 }, () => limiter.take("key", rate, 1000));
  expect(waits).toEqual([0, 0, 0, 0, 0, 1, 1]);
});

test("what is refused does not count, and the bucket refills at its rate", () => {
  const limiter = createRateLimiter();
  for (let i = 0; i < 50; i += 1) limiter.take("key", rate, 0);
  const passed = Array.from({ length: 50 }, () => limiter.take("key", rate, 1000)).filter(
    (wait) => wait === 0,
  );
  expect(passed).toHaveLength(5);
});

test("over a long time exactly the rate passes", () => {
  const limiter = createRateLimiter();
  let passed = 0;
  for (let at = 0; at <= 10_000; at += 10) if (limiter.take("key", rate, at) === 0) passed += 1;
  expect(passed).toBe(5 + 10 * 5);
});

test("one subject does not use up another's", () => {
  const limiter = createRateLimiter();
  for (let i = 0; i < 9; i += 1) limiter.take("a", rate, 0);
  expect(limiter.take("b", rate, 0)).toBe(0);
});

test("a slow rate says how long to wait", () => {
  const limiter = createRateLimiter();
  const slow = { perSecond: 0.2, burst: 1 };
  expect(limiter.take("key", slow, 0)).toBe(0);
  expect(limiter.take("key", slow, 0)).toBe(5);
});

test("a clock that goes back refuses nobody for ever and gives nothing away", () => {
  const limiter = createRateLimiter();
  for (let i = 0; i < 5; i += 1) limiter.take("key", rate, 10_000);
  expect(limiter.take("key", rate, 0)).toBeGreaterThan(0);
  expect(limiter.take("key", rate, 20_000)).toBe(0);
});

test("memory is bounded: the oldest subject is forgotten", () => {
  const limiter = createRateLimiter(2);
  for (const subject of ["a", "b", "c"]) for (let i = 0; i < 6; i += 1) limiter.take(subject, rate, 0);
  expect(limiter.take("c", rate, 0)).toBe(1);
  expect(limiter.take("a", rate, 0)).toBe(0);
});
