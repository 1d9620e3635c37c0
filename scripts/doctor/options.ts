import { parseArgs } from "node:util";

export const USAGE = `Usage: npm run doctor [-- --json]

Examines this installation and says what to do about what it finds. Run it with the environment that Carillon
is started with. Nothing is changed. The exit code is 1 when something failed, 2 for a flag that it does not know.

  --json  the findings as JSON, for machines: npm run --silent doctor -- --json`;

/** Reads the flags. Throws an Error with one line about the first that is wrong. */
export function parseOptions(args: readonly string[]): { json: boolean; help: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  return values;
}
