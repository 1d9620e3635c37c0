import { expect, test } from "vitest";
import type { Row } from "../measure";
import { judge } from "./judge";
import { toTable } from "./table";

const row = (values: Partial<Row>): Row => ({
  title: "delivered",
  unit: "/s",
  product: [2_000, 1_000, 3_000],
  target: { atLeast: 0.5 },
  ...values,
});

test("with a reference the target is about the ratio of each round, not of the medians", () => {
  const judged = judge(row({ reference: { name: "plain work", values: [4_000, 4_000, 4_000] } }), 1);
  expect(judged.ratioFigure).toEqual({ median: 0.5, least: 0.25, most: 0.75 });
  expect(judged.reached).toBe(true);
});

test("without a reference the target is about the product's median", () => {
  expect(judge(row({ target: { atLeast: 2_001 } }), 1).reached).toBe(false);
  expect(judge(row({ target: { atMost: 2_000 } }), 1).reached).toBe(true);
});

test("a missed target is said in capitals, with the load and the spread beside it", () => {
  const missed = judge(row({ reference: { name: "plain work", values: [8_000, 8_000, 8_000] } }), 3.25);
  const [head, rule, line] = toTable([missed]).split("\n");
  expect(head).toMatch(/^\| measure +\| product +\| reference +\| ratio +\| target +\| +\| load +\|$/);
  expect(rule).toMatch(/^\| -+ \|/);
  expect(line).toContain("| delivered | 2,000 /s (1,000–3,000) | 8,000 /s (plain work) | 0.25 (0.13–0.38) |");
  expect(line).toContain("| ≥ 0.5 ");
  expect(line).toContain("| MISSED | 3.3");
});

test("one value has no spread, and figures below a hundred keep three digits", () => {
  const judged = judge(row({ unit: "ms", product: [12.3456], target: { atMost: 60 } }), 0);
  expect(toTable([judged])).toContain("| 12.3 ms |");
  expect(toTable([judged])).toContain("| ≤ 60 ms |");
});

test("notes follow the table", () => {
  const judged = judge(row({ note: "all scripts" }), 0);
  expect(toTable([judged])).toMatch(/\|\n\n- delivered: all scripts$/);
});
