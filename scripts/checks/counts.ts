import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many checks held. A skipped test counts as failed: what did not run shows nothing. */
export interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

const faultReport = z.object({ passed: z.number(), failed: z.number() });

/** One check, held or not. */
export const single = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

export function vitestCounts(file: string, ok: boolean): Counts {
  const report = read(file, vitestReport);
  if (report === undefined) return single(false);
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: atLeastOneUnless(ok, failed) };
}

export function playwrightCounts(file: string, ok: boolean): Counts {
  const report = read(file, playwrightReport);
  if (report === undefined) return single(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: atLeastOneUnless(ok, unexpected + flaky + skipped) };
}

export function faultCounts(file: string, ok: boolean): Counts {
  const report = read(file, faultReport);
  if (report === undefined) return single(false);
  return { passed: report.passed, failed: atLeastOneUnless(ok, report.failed) };
}

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

/** A run may fail without a failing test: a file that can't be loaded, an error outside any test. */
const atLeastOneUnless = (ok: boolean, failed: number): number => (ok ? failed : Math.max(failed, 1));

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : undefined;
}
