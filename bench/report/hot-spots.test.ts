import { expect, test } from "vitest";
import { hotSpots, hotSpotTables } from "./hot-spots";

const frame = (id: number, functionName: string, url: string) => ({
  id,
  callFrame: { functionName, url, lineNumber: 9 },
});

const profile = {
  nodes: [
    frame(1, "(idle)", ""),
    frame(2, "parse", "file:///home/me/node_modules/@scope/name/dist/a.js"),
    frame(3, "fanOut", "file:///home/me/lib/operations/fan-out.ts"),
    frame(4, "(garbage collector)", ""),
  ],
  samples: [1, 2, 3, 2, 4],
  timeDeltas: [400, 300, 200, 50, 50],
};

test("shares are of the busy time alone, and one function's samples add up", () => {
  const { functions, packages, busy } = hotSpots(profile);
  expect(busy).toBeCloseTo(0.6);
  expect(functions[0]).toEqual({ name: "parse node_modules/@scope/name/dist/a.js :10", share: 350 / 600 });
  expect(packages.map(({ name }) => name)).toEqual(["@scope/name", "lib/operations", "(garbage collector)"]);
});

test("the tables name the process and its share of time", () => {
  const text = hotSpotTables("worker", profile);
  expect(text).toContain("## worker: busy 60 % of the time");
  expect(text).toContain("| 58.3 % | @scope/name |");
});
