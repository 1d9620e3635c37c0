import { expect, it } from "vitest";
import { judgeClock } from "./check-clock";

it.each([
  [0, "ok"],
  [1_999, "ok"],
  [2_001, "warn"],
  [-2_001, "warn"],
  [300_001, "fail"],
  [-300_001, "fail"],
])("judges a database that is %i ms ahead as %s", (skewMs, status) => {
  expect(judgeClock(skewMs).status).toBe(status);
});
