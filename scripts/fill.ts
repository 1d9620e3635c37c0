import { parseArgs } from "node:util";
import { connect, type Sql } from "@/db/client";
import { startPostgres } from "@/db/embedded/start-postgres";
import { fillHistory, FILL_SLUG, hasForeignHistory, type FillSize } from "@/db/fill/fill-history";
import { migrate } from "@/db/migrate";
import { foldTallies } from "@/db/queries/tally-fold";
import { env } from "@/lib/env";
import { EVENT_TYPES } from "@/lib/events/types";

// npm run fill: adds a long history to the workspace `scale`, to try the screens and queries on.
const USAGE = `npm run fill -- [--deliveries 2000000] [--attempts 3000000] [--others 50000] [--force]
Fills the database at DATABASE_URL, or the one in DATA_DIR; a running product keeps running.
--others   deliveries of each of three more workspaces
--force    also where other workspaces have deliveries of their own`;

try {
  const { size, force } = readOptions();
  await withDatabase((sql) => fill(sql, size, force));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function readOptions(): { size: FillSize; force: boolean } {
  const { values } = parseArgs({
    options: {
      deliveries: { type: "string", default: "2000000" },
      attempts: { type: "string", default: "3000000" },
      others: { type: "string", default: "50000" },
      force: { type: "boolean", default: false },
    },
  });
  const number = (name: "deliveries" | "attempts" | "others"): number => {
    const value = Number(values[name]);
    if (Number.isSafeInteger(value) && value >= (name === "others" ? 0 : 1)) return value;
    throw new Error(`--${name} must be a whole number.\n\n${USAGE}`);
  };
  const size = { deliveries: number("deliveries"), attempts: number("attempts"), others: number("others") };
  return { size, force: values.force };
}

async function withDatabase(work: (sql: Sql) => Promise<void>): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  const server = DATABASE_URL === "" ? await startPostgres({ dataFolder: DATA_DIR }) : undefined;
  const url = server?.url("carillon") ?? DATABASE_URL;
  await migrate(url);
  const { raw, end } = connect(url, { max: 2 });
  try {
    await work(raw);
  } finally {
    await end();
    // One that ran before belongs to the product.
    if (server?.adopted === false) await server.stop();
  }
}

async function fill(sql: Sql, size: FillSize, force: boolean): Promise<void> {
  if (!force && (await hasForeignHistory(sql))) {
    throw new Error(`Other workspaces have deliveries here. Add --force to fill "${FILL_SLUG}" beside them.`);
  }
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s`;
  await fillHistory(sql, EVENT_TYPES, size, (line) => console.log(`${seconds()}  ${line}`));
  await foldTallies(sql);
  console.log(`${seconds()}  counts by hour`);
  for (const table of ["events", "deliveries", "attempts", "tallies"])
    await sql`vacuum analyze ${sql(table)}`;
  console.log(`${seconds()}  done`);
}
