import { describe, expect, test } from "vitest";
import { afterDelivery, type DeliveryEnd, type HealthChange, type HealthState } from "./health";

const LIMITS = { disableAfter: 20, minAgeSeconds: 86_400 };
const START = new Date("2026-06-05T00:00:00Z");
const hours = (count: number) => new Date(START.getTime() + count * 3_600_000);
const well: HealthState = { consecutiveFailures: 0, firstFailureAt: null };

const end = (state: HealthState, result: DeliveryEnd, at: Date, test = false): HealthChange =>
  afterDelivery(state, { result, at, test }, LIMITS);

/** Fails again and again, and says what each end did. */
function failing(count: number, hoursApart: number, state: HealthState = well): HealthChange[] {
  const changes: HealthChange[] = [];
  for (let number = 0; number < count; number++)
    changes.push(end(changes.at(-1) ?? state, "failed", hours(number * hoursApart)));
  return changes;
}

describe("a channel", () => {
  test("is switched off by the twentieth failure in a row when the first is a day old, and not before", () => {
    const changes = failing(20, 2);
    expect(changes.map(({ disable }) => disable)).toEqual([...Array<null>(19).fill(null), "failures"]);
    expect(changes.at(-1)).toMatchObject({ consecutiveFailures: 20, firstFailureAt: START });
  });

  test("survives any number of failures within a day, and is switched off by the first after it", () => {
    const changes = failing(100, 0.2);
    expect(changes.every(({ disable }) => disable === null)).toBe(true);
    const last = changes.at(-1) ?? well;
    expect(end(last, "failed", new Date(hours(24).getTime() - 1)).disable).toBeNull();
    expect(end(last, "failed", hours(24)).disable).toBe("failures");
  });

  test("may be switched off by failures that were recorded at one moment, a little after they happened", () => {
    const before = { consecutiveFailures: 1, firstFailureAt: hours(1) };
    const ended = { result: "failed" as const, at: new Date(hours(1).getTime() - 5), test: false };
    expect(afterDelivery(before, ended, { disableAfter: 2, minAgeSeconds: 0 }).disable).toBe("failures");
  });

  test("survives nineteen failures over a month", () => {
    expect(failing(19, 40).every(({ disable }) => disable === null)).toBe(true);
  });

  test("starts anew after any success", () => {
    const last = failing(19, 2).at(-1) ?? well;
    const recovered = end(last, "delivered", hours(40));
    expect(recovered).toEqual({ consecutiveFailures: 0, firstFailureAt: null, disable: null });
    expect(end(recovered, "failed", hours(41))).toEqual({
      consecutiveFailures: 1,
      firstFailureAt: hours(41),
      disable: null,
    });
  });

  test("is switched off at once when its receiver is gone", () => {
    expect(end(well, "gone", START)).toEqual({
      consecutiveFailures: 1,
      firstFailureAt: START,
      disable: "gone",
    });
  });

  test("is not changed by a test, however it ends", () => {
    const last = failing(19, 2).at(-1) ?? well;
    for (const result of ["delivered", "failed", "gone"] as const)
      expect(end(last, result, hours(1000), true)).toEqual({ ...last, disable: null });
  });

  test("obeys the limits that are passed in", () => {
    const limits = { disableAfter: 1, minAgeSeconds: 0 };
    expect(afterDelivery(well, { result: "failed", at: START, test: false }, limits).disable).toBe(
      "failures",
    );
  });
});
