import { afterEach, expect, test } from "vitest";
import type { Outcome } from "@/lib/delivery/outcome";
import { resetEnv } from "@/lib/env";
import { consequence } from "./attempt-delivery";
import type { MadeAttempt } from "./make-attempt";

process.env.RETRY_SCHEDULE = "30,60";
resetEnv();
afterEach(() => resetEnv());

const made = (outcome: Outcome, retryAfter: number | null = null): MadeAttempt => ({
  row: {
    ...{ deliveryId: "whd_1", number: 1, trigger: "automatic", outcome: outcome.outcome, stage: "response" },
    ...{ errorCode: null, errorDetail: null, statusCode: 200, startedAt: new Date(), durationMs: 1 },
    ...{ timings: { total: 1 }, requestUrl: "", requestHeaders: null, responseHeaders: null },
    ...{ responseBody: null, warnings: [] },
  },
  ...{ outcome, retryAfter, endedAt: new Date("2026-06-05T12:00:00Z") },
});

const succeeded = made({ outcome: "succeeded" });
const failed = (then: "retry" | "permanent" | "disable", retryAfter?: number) =>
  made({ outcome: "failed", errorCode: "http_status", detail: "It failed.", then }, retryAfter);

const automatic = (number: number) => ({ trigger: "automatic" as const, number, maxAttempts: 3 });

test("a success delivers, whatever started the attempt", () => {
  for (const trigger of ["automatic", "manual", "test"] as const) {
    const order = { trigger, number: 9, maxAttempts: 1 };
    expect(consequence(order, succeeded)).toEqual({ status: "delivered", waitMs: null });
  }
});

test("a failure waits for the schedule, never less and a tenth more at most, until it is used up", () => {
  for (const [number, seconds] of [
    [1, 30],
    [2, 60],
  ] as const) {
    const { status, waitMs } = consequence(automatic(number), failed("retry"));
    expect(status).toBe("retrying");
    expect(waitMs).toBeGreaterThanOrEqual(seconds * 1000);
    expect(waitMs).toBeLessThanOrEqual(seconds * 1100 + 1);
  }
  expect(consequence(automatic(3), failed("retry"))).toEqual({ status: "failed", waitMs: null });
});

test("a receiver may put the next try off, up to an hour", () => {
  expect(consequence(automatic(1), failed("retry", 120)).waitMs).toBeGreaterThanOrEqual(120_000);
  expect(consequence(automatic(1), failed("retry", 86_400)).waitMs).toBeLessThanOrEqual(3_603_001);
});

test.each(["permanent", "disable"] as const)("a failure that is %s ends the delivery at once", (then) => {
  expect(consequence(automatic(1), failed(then))).toEqual({ status: "failed", waitMs: null });
});

test("a manual attempt that fails leaves the status alone, a test that fails is over", () => {
  for (const then of ["retry", "permanent", "disable"] as const) {
    const manual = { trigger: "manual" as const, number: 2, maxAttempts: 6 };
    expect(consequence(manual, failed(then))).toEqual({ status: null, waitMs: null });
  }
  const test = { trigger: "test" as const, number: 1, maxAttempts: 1 };
  expect(consequence(test, failed("retry"))).toEqual({ status: "failed", waitMs: null });
});
