import { parseArgs } from "node:util";
import type { Measure } from "./measure";
import { FULL, QUICK, type Size } from "./size";

export interface Options {
  size: Size;
  quick: boolean;
  measures: readonly Measure[];
  /** Folder for CPU profiles of the product's processes. */
  profiles: string | undefined;
}

const USAGE = `npm run bench -- [--only name,name] [--quick] [--profiles folder]
--only      these measures alone
--quick     small numbers, to see that everything works
--rounds    pairs of product and reference, 5 unless it is said
--growth    deliveries that the tables are grown to, 5 million unless it is said
--profiles  writes CPU profiles of the web process and the worker there, one for each measure; they slow it down`;

/** Reads the command line. Throws with the usage for anything that is wrong. */
export function readOptions(args: string[], known: readonly Measure[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      growth: { type: "string" },
      profiles: { type: "string" },
    },
  });
  const wanted = values.only?.split(",").map((name) => name.trim());
  const names = known.map(({ name }) => name);
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no measure ${unknown}. There are: ${names.join(", ")}.\n\n${USAGE}`);
  const size = values.quick ? QUICK : FULL;
  const numbers = {
    ...numberOf("rounds", values.rounds, 100),
    ...numberOf("growth", values.growth, 100_000_000),
  };
  return {
    size: { ...size, ...numbers },
    quick: values.quick,
    measures: known.filter(({ name }) => wanted?.includes(name) ?? true),
    profiles: values.profiles,
  };
}

function numberOf(name: "rounds" | "growth", text: string | undefined, most: number): Partial<Size> {
  if (text === undefined) return {};
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1 && number <= most) return { [name]: number };
  throw new Error(`--${name} must be a whole number from 1 to ${most}.\n\n${USAGE}`);
}
