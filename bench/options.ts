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
--profiles  writes CPU profiles of the web process and the worker there, one for each measure; they slow it down`;

/** Reads the command line. Throws with the usage for anything that is wrong. */
export function readOptions(args: string[], known: readonly Measure[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      profiles: { type: "string" },
    },
  });
  const wanted = values.only?.split(",").map((name) => name.trim());
  const names = known.map(({ name }) => name);
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no measure ${unknown}. There are: ${names.join(", ")}.\n\n${USAGE}`);
  return {
    size: values.quick ? QUICK : FULL,
    quick: values.quick,
    measures: known.filter(({ name }) => wanted?.includes(name) ?? true),
    profiles: values.profiles,
  };
}
