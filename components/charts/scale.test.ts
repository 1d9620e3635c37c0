import { describe, expect, it } from "vitest";
import { countScale, shortNumber } from "./scale";
import { clockIn, spanText, timeTicks } from "./time-axis";

describe("the scale of counts", () => {
  it.each([
    [0, 1, [0, 1]],
    [1, 1, [0, 1]],
    [3, 3, [0, 1, 2, 3]],
    [7, 8, [0, 2, 4, 6, 8]],
    [100, 100, [0, 50, 100]],
    [101, 150, [0, 50, 100, 150]],
    [1_999, 2_000, [0, 500, 1_000, 1_500, 2_000]],
  ])("covers %i with whole, round steps", (max, top, ticks) => {
    expect(countScale(max)).toEqual({ top, ticks });
  });

  it("never cuts a bar off and never has more than four steps", () => {
    for (let max = 1; max < 3_000_000; max = Math.ceil(max * 1.37)) {
      const { top, ticks } = countScale(max);
      expect(top).toBeGreaterThanOrEqual(max);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });

  it("writes large numbers short", () => {
    expect([0, 950, 1_000, 1_250, 35_000, 2_000_000].map(shortNumber)).toEqual([
      ...["0", "950", "1k", "1.3k", "35k", "2M"],
    ]);
  });
});

describe("the time axis", () => {
  const at = (text: string) => Date.parse(text);

  it("labels round times as the zone's clocks show them", () => {
    const ticks = timeTicks(at("2026-06-05T12:07:00Z"), at("2026-06-05T13:07:00Z"), "Asia/Kolkata");
    expect(ticks.map(({ label }) => label)).toEqual(["17:40", "17:50", "18:00", "18:10", "18:20", "18:30"]);
    expect(ticks[0]?.at).toBe(at("2026-06-05T12:10:00Z"));
  });

  it("labels the beginning of a day with its date", () => {
    const ticks = timeTicks(at("2026-06-04T18:30:00Z"), at("2026-06-05T18:30:00Z"), "Europe/Berlin");
    expect(ticks.map(({ label }) => label)).toEqual(["5 Jun", "06:00", "12:00", "18:00"]);
  });

  it("stays on midnight when the clocks change", () => {
    const ticks = timeTicks(at("2026-03-27T00:00:00Z"), at("2026-03-31T00:00:00Z"), "Europe/Berlin");
    expect(ticks.map((tick) => new Date(tick.at).toISOString())).toEqual([
      ...["2026-03-27T23:00:00.000Z", "2026-03-28T23:00:00.000Z"],
      ...["2026-03-29T22:00:00.000Z", "2026-03-30T22:00:00.000Z"],
    ]);
  });

  it.each([3_600_000, 86_400_000, 7 * 86_400_000, 30 * 86_400_000])(
    "never crowds a range of %i ms",
    (length) => {
      const from = at("2026-02-17T09:41:00Z");
      expect(timeTicks(from, from + length, "America/New_York").length).toBeLessThanOrEqual(7);
      expect(timeTicks(from, from + length, "America/New_York").length).toBeGreaterThanOrEqual(2);
    },
  );

  it("says both dates of a stretch that goes on into another day", () => {
    const clock = clockIn("UTC");
    const from = clock(at("2026-06-05T21:00:00Z"));
    expect(spanText(from, clock(at("2026-06-05T21:30:00Z")))).toBe("5 Jun 2026, 21:00–21:30");
    expect(spanText(from, clock(at("2026-06-06T00:00:00Z")))).toBe("5 Jun 2026, 21:00–6 Jun 2026, 00:00");
  });
});
