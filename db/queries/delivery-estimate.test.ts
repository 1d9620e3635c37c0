import { describe, expect, test } from "vitest";
import { estimate, type Sample } from "./delivery-estimate";
import type { Tally } from "./delivery-tally";

const NOON = new Date("2026-06-05T12:00:00Z");
const EVENING = new Date("2026-06-05T18:00:00Z");
const tally = (at: Date, status: Tally["status"], count: number): Tally => ({
  ...{ at, status, count, channelId: null },
});
const sample = (at: Date, status: Tally["status"], seen: number, found: number): Sample => ({
  ...{ at, status, seen, found },
});

describe("an estimate from a sample", () => {
  test("is exact where everything was looked at", () => {
    const [few] = estimate(
      [tally(NOON, "failed", 4)],
      [sample(NOON, "failed", 4, 3), sample(EVENING, "failed", 100, 0)],
    );
    expect(few?.count).toBe(3);
  });

  test("scales each bucket and status by its own share, and leans on the whole where it saw little", () => {
    const samples = [sample(NOON, "delivered", 1_000, 500), sample(EVENING, "delivered", 1_000, 0)];
    const tallies = [tally(NOON, "delivered", 100_000), tally(EVENING, "delivered", 100_000)];
    const [noon, evening] = estimate(tallies, samples).map(({ count }) => count);
    expect(Math.abs((noon ?? 0) / 50_000 - 1)).toBeLessThan(0.02);
    expect(evening).toBeLessThan(500);
    const [unseen] = estimate([tally(new Date(0), "delivered", 1_000)], samples);
    expect(unseen?.count).toBe(250);
  });

  test("tells a status that was never seen by the others, and nothing by no sample", () => {
    const [cancelled] = estimate([tally(NOON, "cancelled", 100)], [sample(NOON, "delivered", 10, 5)]);
    expect(cancelled?.count).toBe(50);
    expect(estimate([tally(NOON, "delivered", 100)], [])[0]?.count).toBe(0);
  });
});
