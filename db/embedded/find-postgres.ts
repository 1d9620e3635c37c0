import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { postgresIdentity } from "./identity";
import { clusterHome } from "./place";
import { runningPostmaster } from "./postmaster";
import { urlOf } from "./start-postgres";

/** The embedded Postgres of a data folder as it is found: nothing is started and nothing changed. */
export type FoundPostgres =
  { state: "absent" } | { state: "stopped" } | { state: "running"; url(database: string): string };

/** Looks for the server of a data folder. Throws where the password can't be read. */
export function findPostgres(dataFolder: string): FoundPostgres {
  const passwordFile = join(dataFolder, "postgres-password");
  if (!existsSync(passwordFile)) return { state: "absent" };
  const password = readFileSync(passwordFile, "utf8").trim();
  const home = clusterHome(realpathSync(dataFolder), postgresIdentity());
  for (const name of readdirSync(home).filter((entry) => /^pgdata-\d+$/.test(entry))) {
    const folder = join(home, name);
    const server = runningPostmaster(folder);
    if (server?.ready === true) {
      return { state: "running", url: (database) => urlOf({ folder, password }, server.port, database) };
    }
  }
  return { state: "stopped" };
}
