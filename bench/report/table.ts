import type { Target } from "../measure";
import type { Figure } from "../stats";
import type { Judged } from "./judge";

const COLUMNS = ["measure", "product", "reference", "ratio", "target", "", "load"] as const;

/** The rows as a table in Markdown, with columns padded so that it reads well on a screen, too. */
export function toTable(rows: readonly Judged[]): string {
  const cells = [[...COLUMNS], ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(head), rule, ...body.map(line), ...notesOf(rows)].join("\n");
}

function cellsOf(row: Judged): string[] {
  const { productFigure, referenceFigure, ratioFigure, reference, unit } = row;
  return [
    row.title,
    withUnit(productFigure, unit),
    referenceFigure && reference ? `${withUnit(referenceFigure, unit)} (${reference.name})` : "",
    ratioFigure ? `${ratioFigure.median.toFixed(2)} ${spread(ratioFigure, (n) => n.toFixed(2))}` : "",
    targetText(row.target, ratioFigure ? "" : unit),
    row.reached ? "reached" : "MISSED",
    row.load.toFixed(1),
  ].map((cell) => cell.trim());
}

const notesOf = (rows: readonly Judged[]): string[] => {
  const noted = rows.flatMap(({ title, note }) => (note === undefined ? [] : [`- ${title}: ${note}`]));
  return noted.length === 0 ? [] : ["", ...noted];
};

const withUnit = (figure: Figure, unit: string): string =>
  [short(figure.median), unit, spread(figure, short)].filter((part) => part !== "").join(" ");

const spread = ({ least, most }: Figure, format: (n: number) => string): string =>
  least === most ? "" : `(${format(least)}–${format(most)})`;

function targetText(target: Target, unit: string): string {
  const [sign, limit] = "atLeast" in target ? ["≥", target.atLeast] : ["≤", target.atMost];
  return `${sign} ${limit.toLocaleString("en")} ${unit}`;
}

/** Three digits that mean something; more would be noise. */
const short = (n: number): string =>
  Math.abs(n) >= 100 ? Math.round(n).toLocaleString("en") : String(Number(n.toPrecision(3)));
