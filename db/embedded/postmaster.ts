import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isPostgresOn, isRunning, processesIn, waitFor } from "./processes";

/** What a server writes about itself into postmaster.pid (miscadmin.h: LOCK_FILE_LINE_*). */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on a cluster now, if any. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster);
  return found !== undefined && isPostgresOn(found.pid, cluster) ? found : undefined;
}

/**
 * Makes way for a new server after one that died. A dead server's file is Postgres' own to remove, since it checks for
 * leftover backends; only a file whose process id now belongs to something else would stop it for ever.
 */
export async function clearStale(cluster: string): Promise<void> {
  // Backends of a killed server end by themselves; two servers on one cluster would destroy it.
  const alone = await waitFor(() => processesIn(cluster).length === 0, 15_000);
  if (!alone)
    throw new Error(`Processes ${processesIn(cluster).join(", ")} still work in ${cluster}. End them first.`);
  const found = readPostmaster(cluster);
  if (found !== undefined && (isRunning(found.pid) || isZombie(found.pid))) {
    rmSync(join(cluster, "postmaster.pid"), { force: true });
  }
}

function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

function isZombie(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isRunning(pid);
  } catch {
    return false;
  }
}
