import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning, processesIn, signal, waitFor } from "@/db/embedded/processes";
import { runningPostmaster } from "@/db/embedded/postmaster";
import { THROW_AWAY } from "@/db/embedded/settings";
import { startPostgres, type PostgresServer } from "@/db/embedded/start-postgres";

const PREFIX = "carillon-test-";

/** A Postgres in a temporary folder, fast because it forgets everything in a crash. `remove` stops it and its files. */
export async function throwAwayPostgres(): Promise<PostgresServer & { remove(): Promise<void> }> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Made for the owner alone; Postgres may run as another user and must get in.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataFolder: folder, settings: THROW_AWAY });
  return {
    ...server,
    remove: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A killed run can't tidy up; its folder carries its process id, so the next run can. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(owner) || isRunning(owner)) continue;
    const folder = join(tmpdir(), name);
    for (const cluster of clustersIn(folder)) {
      const server = runningPostmaster(cluster);
      if (server !== undefined) signal(server.pid, "SIGQUIT");
      await waitFor(() => processesIn(cluster).length === 0, 5_000);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function clustersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith("pgdata-"))
      .map((name) => join(folder, name));
  } catch {
    // Another user's: not ours to read or to remove.
    return [];
  }
}
