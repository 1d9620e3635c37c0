import type { Row } from "./scenario";

const HEAD = [
  "fault",
  "tried",
  "events",
  "arrived",
  "repeated",
  "lost",
  "worst delay",
  "with a worker",
  "also seen",
];

/** The rows as a table for people, columns aligned. */
export function table(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const cells = (row: Row): string[] => [
  row.fault,
  ...[row.tried, row.events, row.arrived, row.repeated, row.lost].map(String),
  ...[row.worstDelayMs, row.worstWaitMs].map((ms) => `${(ms / 1000).toFixed(1)} s`),
  [row.note, ...row.problems.map((problem) => `BROKEN: ${problem}`)].filter((text) => text !== "").join("; "),
];
