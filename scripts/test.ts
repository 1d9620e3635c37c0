import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultCounts, playwrightCounts, single, sum, vitestCounts, type Counts } from "./checks/counts";
import { STATIC_STEPS } from "./checks/static-steps";
import { runStep, runSteps } from "./checks/step";

// npm test: everything, from types to a real browser. The last line says how many checks held.
const reports = mkdtempSync(join(tmpdir(), "carillon-reports-"));
const counts: Counts[] = (await runSteps(STATIC_STEPS, 2)).map(({ ok }) => single(ok));

const vitestFile = join(reports, "vitest.json");
const tests = await runStep({
  name: "unit and integration tests",
  command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestFile}`],
  live: true,
});
counts.push(vitestCounts(vitestFile, tests.ok));

const built = await runStep({ name: "production build", command: ["npm", "run", "--silent", "build"] });
counts.push(single(built.ok));

const playwrightFile = join(reports, "playwright.json");
const browser = await runStep({
  name: "browser tests",
  command: ["playwright", "test", "--reporter=list,json"],
  environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile },
  live: true,
});
counts.push(playwrightCounts(playwrightFile, browser.ok));

const faultsFile = join(reports, "faults.json");
const faults = await runStep({
  name: "faults, short form",
  command: ["node", "--import", "tsx", "faults/run.ts", "--short", `--report=${faultsFile}`],
  live: true,
});
counts.push(faultCounts(faultsFile, faults.ok));

rmSync(reports, { recursive: true, force: true });
const { passed, failed } = sum(counts);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
