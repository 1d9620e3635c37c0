import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createGround, type Ground } from "./ground";
import { Product } from "./product";
import { seeded } from "./random";
import type { Form, Row, Scenario } from "./scenario";
import { SCENARIOS } from "./scenarios";
import { table } from "./table";

// npm run test:faults: breaks the running product in every way that its promises name, and counts. --short is the form in
// npm test, --only a comma list of scenarios, --seed repeats the random moments of an earlier run, --log a file for what the
// product prints.
const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    only: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    report: { type: "string" },
    log: { type: "string" },
  },
});
const form: Form = values.short ? "short" : "long";
const only = values.only?.split(",");
const chosen = SCENARIOS.filter(
  (scenario) => only?.includes(scenario.id) ?? (scenario.only ?? form) === form,
);

const rows: Row[] = [];
const failures: string[] = [];
const startedAt = performance.now();
console.log(`faults, ${form} form, seed ${values.seed}`);
const loud: Record<string, string> = values.log === undefined ? {} : { LOG_LEVEL: "warn" };
const ground = await createGround(await Product.start(loud));
try {
  for (const scenario of chosen) await play(scenario, ground);
} finally {
  if (values.log !== undefined) writeFileSync(values.log, ground.product.output());
  await ground.stop();
}
console.log(`\n${table(rows)}\n`);
for (const failure of failures) console.log(failure);
const failed = failures.length + rows.filter(({ problems }) => problems.length > 0).length;
const passed = rows.length + failures.length - failed;
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed, ${seconds()} s`);
process.exit(failed === 0 ? 0 : 1);

async function play({ id, run }: Scenario, ground: Ground): Promise<void> {
  try {
    const random = seeded(Number(values.seed));
    for (const row of await run({ form, ground, random })) {
      rows.push(row);
      console.log(`${seconds()} s  ${row.problems.length === 0 ? "kept" : "BROKEN"}  ${row.fault}`);
    }
  } catch (error) {
    failures.push(
      `FAILED  ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

function seconds(): string {
  return ((performance.now() - startedAt) / 1000).toFixed(0);
}
