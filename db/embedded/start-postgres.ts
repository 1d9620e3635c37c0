import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findBinaries, type Binaries } from "./binaries";
import { openCluster, type Cluster } from "./cluster";
import { freePort } from "./free-port";
import { postgresIdentity, runAs, type Identity } from "./identity";
import { clusterHome, openFolder } from "./place";
import { clearStale, runningPostmaster } from "./postmaster";
import { isRunning, signal, waitFor } from "./processes";
import { PRODUCTION, type Settings } from "./settings";

export interface PostgresServer {
  pid: number;
  port: number;
  /** Taken over from an earlier start that ended without stopping it. */
  adopted: boolean;
  /** The cluster lies outside the data folder, since Postgres' user can't enter that one. */
  home: string;
  /** Connection URL of one of its databases, with the password in it. */
  url(database: string): string;
  /** Settles when the server is gone, whoever ended it. */
  gone: Promise<void>;
  /** Fast shutdown: open sessions are ended. Resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface StartOptions {
  dataFolder: string;
  /** `-c` settings over the defaults. */
  settings?: Settings;
  /** Tried first; clients that know it need no new URL after a restart. */
  port?: number;
}

/** Starts the embedded Postgres of a data folder, or adopts the one that runs there. Throws in one or two clear lines. */
export async function startPostgres(options: StartOptions): Promise<PostgresServer> {
  const dataFolder = openFolder(options.dataFolder);
  const identity = postgresIdentity();
  const binaries = findBinaries(identity);
  const home = clusterHome(dataFolder, identity);
  const durable = options.settings?.fsync !== "off";
  const cluster = await openCluster({ home, dataFolder, durable }, binaries, identity);
  const adopted = await adopt(cluster);
  if (adopted !== undefined) return server(adopted, { cluster, home, adopted: true });
  await clearStale(cluster.folder);
  const started = await launch({ ...options, dataFolder }, cluster, binaries, identity);
  return server(started, { cluster, home, adopted: false });
}

type Started = { pid: number; port: number; child?: ChildProcess };

async function adopt(cluster: Cluster): Promise<Started | undefined> {
  const found = runningPostmaster(cluster.folder);
  if (found === undefined) return undefined;
  // Starting after a crash takes a while, stopping too: one of the two ends soon.
  await waitFor(() => !isRunning(found.pid) || runningPostmaster(cluster.folder)?.ready === true, STARTUP_MS);
  const now = runningPostmaster(cluster.folder);
  if (now === undefined) return undefined;
  await check(cluster, now);
  return now;
}

async function launch(
  options: StartOptions,
  cluster: Cluster,
  binaries: Binaries,
  identity: Identity | undefined,
): Promise<Started> {
  const log = join(options.dataFolder, "postgres.log");
  let failure = "";
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const port = attempt === 0 && options.port !== undefined ? options.port : await freePort();
    const from = rotate(log);
    const child = spawnServer({ ...options, port, log }, cluster, binaries, identity);
    await waitFor(() => hasEnded(child) || runningPostmaster(cluster.folder)?.ready === true, STARTUP_MS);
    const { pid } = child;
    if (pid !== undefined && !hasEnded(child)) return { pid, port, child };
    failure = readFileSync(log, "utf8").slice(from).trim();
    // Someone was faster on that port, or a killed server is not quite gone: both pass.
    if (!/could not bind|lock file|shared memory block/.test(failure)) break;
    await sleep(500);
    await clearStale(cluster.folder);
  }
  throw new Error(`Postgres did not start. The end of ${log}:\n${failure.split("\n").slice(-6).join("\n")}`);
}

function spawnServer(
  options: StartOptions & { port: number; log: string },
  cluster: Cluster,
  binaries: Binaries,
  identity: Identity | undefined,
): ChildProcess {
  const settings = { ...PRODUCTION, ...options.settings, port: String(options.port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const output = openSync(options.log, "a", 0o600);
  const child = spawn(binaries.postgres, ["-D", cluster.folder, ...args], {
    ...runAs(identity),
    cwd: cluster.folder,
    // A process group of its own: Ctrl-C in a terminal must reach it after the app, not before.
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.on("error", () => {});
  child.unref();
  return child;
}

function server(
  started: Started,
  place: { cluster: Cluster; home: string; adopted: boolean },
): PostgresServer {
  const { pid, port, child } = started;
  const isGone = () => (child === undefined ? !isRunning(pid) : hasEnded(child));
  return {
    pid,
    port,
    adopted: place.adopted,
    home: place.home,
    url: (database) => urlOf(place.cluster, port, database),
    gone: goneOf(started),
    stop: async () => {
      // pg_ctl(1): SIGINT is the fast shutdown, SIGQUIT the immediate one.
      for (const name of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
        if (isGone()) return;
        signal(pid, name);
        await waitFor(isGone, 10_000);
      }
    },
  };
}

function goneOf({ pid, child }: Started): Promise<void> {
  return new Promise((resolve) => {
    if (child !== undefined) {
      child.once("exit", () => resolve());
      if (hasEnded(child)) resolve();
      return;
    }
    const timer = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(timer);
      resolve();
    }, 250).unref();
  });
}

/** Replaying the log after a crash may take a while on a slow disk. */
const STARTUP_MS = 120_000;

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Connection URL of a database of the server on `port`, with the password in it. */
export const urlOf = (cluster: Cluster, port: number, database: string): string =>
  `postgres://postgres:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`;

async function check(cluster: Cluster, { pid, port }: Started): Promise<void> {
  const client = postgres(urlOf(cluster, port, "postgres"), {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    await client`select 1`;
  } catch (cause) {
    throw new Error(`Postgres ${pid} runs on ${cluster.folder} but can't be used. End it first.`, { cause });
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Keeps the log from growing without end; returns where the new part begins. */
function rotate(log: string): number {
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < 5_000_000) return size;
  truncateSync(log);
  return 0;
}
