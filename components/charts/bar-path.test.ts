import { expect, it } from "vitest";
import { barPaths } from "./bar-path";

it("stacks the series of each bar, the first one on the ground", () => {
  expect(
    barPaths(
      [
        [3, 1],
        [2, 4],
      ],
      10,
    ),
  ).toEqual(["M0.1 7h0.8v3h-0.8zM1.1 8h0.8v2h-0.8z", "M0.1 6h0.8v1h-0.8zM1.1 4h0.8v4h-0.8z"]);
});

it("draws nothing where nothing was counted", () => {
  expect(barPaths([[0, 5, 0]], 5)).toEqual(["", "M0.1 0h0.8v5h-0.8z", ""]);
});
