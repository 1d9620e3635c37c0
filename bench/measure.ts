import type { Lab } from "./lab/lab";

/** What a figure must reach, in the figure's own unit. */
export type Target = { atLeast: number } | { atMost: number };

/** One line of the report. The values of one index were measured within the same round. */
export interface Row {
  /** What was measured, as the table shows it. */
  title: string;
  unit: string;
  product: readonly number[];
  /** What the product is compared with; absent where the figure stands for itself. */
  reference?: { name: string; values: readonly number[] };
  /** The target is about the ratio to the reference where there is one, else about the product's median. */
  target: Target;
  note?: string;
}

/** One module of the suite. */
export interface Measure {
  /** For `--only`. */
  name: string;
  run(lab: Lab): Promise<Row[]>;
}

/** Runs a pair per round, product first and reference first in turn, so that a drift of the machine hits both alike. */
export async function alternate(
  rounds: number,
  product: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<{ product: number[]; reference: number[] }> {
  const values = { product: [] as number[], reference: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (["product", "reference"] as const) : (["reference", "product"] as const);
    for (const side of order) values[side].push(await (side === "product" ? product() : reference()));
  }
  return values;
}
