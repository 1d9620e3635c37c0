import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "@/scripts/launch/build";
import { ROOT } from "@/scripts/launch/root";
import { Shutdown } from "@/scripts/launch/shutdown";
import { Lab } from "./lab/lab";
import { describeMachine, load } from "./lab/machine";
import type { Memory } from "./lab/memory";
import { profileProduct } from "./lab/profile-product";
import type { Measure, Row } from "./measure";
import { measures } from "./measures/all";
import { readOptions, type Options } from "./options";
import { judge, type Judged } from "./report/judge";
import { toTable } from "./report/table";
import { writeResults, type Results } from "./report/write";

// npm run bench: how fast the product is, beside plain work on the same machine. See docs/performance.md.

const startedAt = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(5)} s  ${line}`);

try {
  const { broken } = await bench(readOptions(process.argv.slice(2), measures));
  process.exit(broken.length > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function bench(options: Options): Promise<Results> {
  const at = new Date();
  const before = load();
  await build(new Shutdown(), { onStart: () => say("building for production") });
  say(`starting the product, a sink and plain work; load average ${before}`);
  const lab = await Lab.start(options.size, { say });
  stopOnSignals(lab);
  try {
    const machine = await describeMachine(lab.sql, lab.folder);
    const { rows, broken } = await measureAll(lab, options);
    rows.push(...memoryRows(lab.memory).map((row) => judge(row, load())));
    const results = { at, commit: commit(), machine, load: before, quick: options.quick, rows, broken };
    console.log(`\n${toTable(rows)}\n`);
    for (const path of writeResults(results)) console.log(path);
    return results;
  } finally {
    await lab.end();
  }
}

async function measureAll(lab: Lab, { measures: chosen, profiles }: Options) {
  const rows: Judged[] = [];
  const broken: Results["broken"][number][] = [];
  for (const measure of chosen) {
    const loadBefore = load();
    say(`${measure.name}; load average ${loadBefore}`);
    try {
      const found = (await profiled(lab, measure, profiles)).map((row) => judge(row, loadBefore));
      rows.push(...found);
      console.log(toTable(found));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`${measure.name} broke: ${reason}`);
      broken.push({ measure: measure.name, reason });
    }
    await lab.tidy();
  }
  return { rows, broken };
}

function memoryRows({ web, worker }: Memory): Row[] {
  const row = (name: string, megabytes: number, atMost: number): Row => ({
    ...{ title: `memory of the ${name}, at most during all of the above`, unit: "MB" },
    ...{ product: [megabytes], target: { atMost } },
  });
  return [row("web process", web, 350), row("worker", worker, 400)];
}

/** Runs a measure, and profiles the product meanwhile if a folder for that is given. */
async function profiled(lab: Lab, measure: Measure, folder: string | undefined): Promise<Row[]> {
  if (folder === undefined) return measure.run(lab);
  const stop = await profileProduct(lab, join(folder, measure.name));
  const rows = await measure.run(lab);
  await stop();
  return rows;
}

function commit(): string {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
}

function stopOnSignals(lab: Lab): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void lab.end().finally(() => process.exit(1)));
  }
}
