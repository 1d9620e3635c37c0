import { expect, test } from "vitest";
import { logWindow, RANGES } from "./log-window";

const now = new Date("2026-06-05T14:47:14.806Z");
const open = { from: null, to: null, range: null };
const window = (params: Partial<Parameters<typeof logWindow>[0]>, keptDays = 30) =>
  logWindow({ ...open, ...params }, { now, keptDays });
const bars = ({ chart }: ReturnType<typeof logWindow>) =>
  chart && (chart.until.getTime() - chart.since.getTime()) / chart.bucketMs;

test("without a range the list has no bounds and the chart shows what is kept, from a whole hour on", () => {
  const { since, until, chart, beyondRetention } = window({});
  expect({ since, until, beyondRetention }).toEqual({
    since: undefined,
    until: undefined,
    beyondRetention: false,
  });
  expect(chart?.since.toISOString()).toBe("2026-05-06T14:00:00.000Z");
  expect(chart?.until).toEqual(now);
});

test.each(RANGES)("%s begins with a whole bar, has no end, and at most 61 bars", (range) => {
  const found = window({ range });
  expect(found.until).toBeUndefined();
  expect((found.since?.getTime() ?? NaN) % (found.chart?.bucketMs ?? NaN)).toBe(0);
  expect(bars(found)).toBeGreaterThan(40);
  expect(bars(found)).toBeLessThanOrEqual(61);
  expect(found.beyondRetention).toBe(false);
});

test("own bounds go before a range", () => {
  const from = new Date("2026-06-05T09:00:00Z");
  expect(window({ from, range: "1h" })).toMatchObject({ since: from, until: undefined });
});

test.each([1_000, 61_000, 3_600_000, 86_400_000, 29 * 86_400_000])(
  "%d ms are never divided into more than 61 bars",
  (length) => {
    const found = window({ from: new Date(now.getTime() - length), to: now });
    expect(bars(found)).toBeLessThanOrEqual(61);
  },
);

test("what lies before retention is said, and not drawn", () => {
  const found = window({ from: new Date("2001-01-01T00:00:00Z") });
  expect(found.beyondRetention).toBe(true);
  expect(bars(found)).toBeLessThanOrEqual(61);
  expect(bars(window({ from: new Date("2001-01-01T00:00:00Z") }, 36_500))).toBeLessThanOrEqual(62);
});

test("a range that ends before it begins has no chart", () => {
  const [from, to] = [new Date("2026-06-05T10:00:00Z"), new Date("2026-06-05T09:00:00Z")];
  expect(window({ from, to }).chart).toBeNull();
});
