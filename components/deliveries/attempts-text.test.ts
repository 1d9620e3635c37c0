import { expect, it } from "vitest";
import { attemptsText } from "./attempts-text";

it.each([
  [0, 6, "0 of 6"],
  [2, 6, "2 of 6"],
  [6, 6, "6 of 6"],
  [7, 6, "7"],
  [1, 1, "1 of 1"],
])("writes %d attempts out of %d as %s", (count, max, text) => {
  expect(attemptsText(count, max)).toBe(text);
});
