import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/scripts/launch/root";
import type { Machine } from "../lab/machine";
import type { Judged } from "./judge";
import { toTable } from "./table";

const FOLDER = join(ROOT, "bench", "results");

export interface Results {
  /** When the suite began. */
  at: Date;
  commit: string;
  machine: Machine;
  /** The load average before anything was started. */
  load: number;
  quick: boolean;
  rows: readonly Judged[];
  /** Measures that broke, and how. */
  broken: readonly { measure: string; reason: string }[];
}

/** Writes the results as JSON and Markdown; answers the paths. */
export function writeResults(results: Results): string[] {
  mkdirSync(FOLDER, { recursive: true });
  const name = `${results.at.toISOString().slice(0, 16).replace(":", "")}${results.quick ? "-quick" : ""}`;
  const json = join(FOLDER, `${name}.json`);
  const markdown = join(FOLDER, `${name}.md`);
  writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(markdown, toMarkdown(results));
  return [json, markdown];
}

function toMarkdown({ at, commit, machine, load, quick, rows, broken }: Results): string {
  const { processor, cores, memoryGb, system, node, postgres, fdatasyncMs } = machine;
  return [
    `# Benchmarks of ${at.toISOString()}`,
    "",
    `${processor}, ${cores} cores, ${memoryGb} GB; ${system}; Node ${node}; Postgres ${postgres}; fdatasync ${fdatasyncMs} ms;`,
    `load average ${load.toFixed(1)} before the start. Commit ${commit}.${quick ? " A quick run: small numbers, little meaning." : ""}`,
    "",
    ...(rows.length > 0 ? [toTable(rows), ""] : []),
    ...broken.map(({ measure, reason }) => `- ${measure} broke: ${reason}`),
    ...(broken.length > 0 ? [""] : []),
  ].join("\n");
}
