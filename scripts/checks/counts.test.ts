import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultCounts, playwrightCounts, sum, vitestCounts } from "./counts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "counts-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("skipped and todo tests count as failed", () => {
  const file = write({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  expect(vitestCounts(file, false)).toEqual({ passed: 5, failed: 4 });
});

test("a run that failed outside any test is a failure", () => {
  const vitest = write({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
  expect(vitestCounts(vitest, false)).toEqual({ passed: 5, failed: 1 });
  const playwright = write({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } });
  expect(playwrightCounts(playwright, false)).toEqual({ passed: 3, failed: 1 });
});

test("a browser test that passed only when repeated, or was skipped, counts as failed", () => {
  const file = write({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(playwrightCounts(file, true)).toEqual({ passed: 3, failed: 3 });
});

test("promises kept and broken under faults count, and so does a run that ended before its report", () => {
  expect(faultCounts(write({ passed: 4, failed: 1 }), false)).toEqual({ passed: 4, failed: 1 });
  expect(faultCounts(write({ passed: 4, failed: 0 }), false)).toEqual({ passed: 4, failed: 1 });
});

test("a missing report is a failure", () => {
  expect(vitestCounts(join(folder, "none.json"), true)).toEqual({ passed: 0, failed: 1 });
  expect(faultCounts(join(folder, "none.json"), true)).toEqual({ passed: 0, failed: 1 });
});

test("counts add up", () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 7, failed: 2 },
    ]),
  ).toEqual({ passed: 8, failed: 2 });
});

function write(report: object): string {
  const file = join(folder, `${JSON.stringify(report).length}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
}
