import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/embedded/free-port";
import { isRunning, processesIn, signal, waitFor } from "@/db/embedded/processes";
import { ROOT } from "@/scripts/launch/root";

/** The product as `npm start` runs it, on a data folder of its own. */
export interface Product {
  origin: string;
  databaseUrl: string;
  /** Process ids. */
  worker: number;
  web: number;
  /** All processes of its Postgres at the moment. */
  postgres(): number[];
  /** As Ctrl-C does. Resolves when every process of it is gone. */
  stop(): Promise<void>;
}

const READY_MS = 180_000;
/** Costs nothing until somebody asks for a profile; each process then listens on a port of its own. */
const INSPECTABLE = "--inspect-port=0";
/** The launcher gives its children 11 s, and Postgres ends after them. */
const STOP_MS = 30_000;

/** Starts it and waits until it is ready. */
export async function startProduct(dataFolder: string): Promise<Product> {
  const port = await freePort();
  const output = openSync(join(dataFolder, "product.log"), "a");
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    env: environment({ DATA_DIR: dataFolder, PORT: String(port), NODE_OPTIONS: INSPECTABLE }),
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const origin = `http://127.0.0.1:${port}`;
  const failed = () => npm.exitCode !== null || npm.signalCode !== null;
  const end = performance.now() + READY_MS;
  while (!(await isReady(origin))) {
    if (failed() || performance.now() > end) {
      npm.kill("SIGTERM");
      throw new Error(
        `The product did not start:\n${readFileSync(join(dataFolder, "product.log"), "utf8").slice(-2_000)}`,
      );
    }
    await sleep(10);
  }
  const { launcher, worker, web } = processesOf(dataFolder);
  return {
    ...{ origin, worker, web, databaseUrl: databaseUrl(web) },
    postgres: () => postgresIn(dataFolder),
    stop: async () => {
      process.kill(launcher, "SIGTERM");
      if (await waitFor(() => !isRunning(launcher), STOP_MS)) return;
      endAll(dataFolder);
      throw new Error("The product did not stop and was killed.");
    },
  };
}

/** Kills the Postgres that a product without a launcher has left; its other processes end by themselves. */
export function endAll(dataFolder: string): void {
  for (const pid of postgresIn(dataFolder)) signal(pid, "SIGKILL");
}

/** The cluster is a folder in the data folder, and the working directory of all its processes. */
const postgresIn = (dataFolder: string): number[] =>
  readdirSync(dataFolder).flatMap((name) => processesIn(join(dataFolder, name)));

/** Nothing of this shell's own settings: what is measured is the product as it ships. */
const environment = (own: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: process.env.LANG,
  NODE_ENV: "production",
  ...own,
});

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** The launcher notes itself and its children, the worker first, in its lock. */
function processesOf(dataFolder: string): { launcher: number; worker: number; web: number } {
  const lock = JSON.parse(readFileSync(join(dataFolder, "launcher.lock"), "utf8")) as {
    pid: number;
    children: { pid: number }[];
  };
  const [worker, web] = lock.children.map(({ pid }) => pid);
  if (worker === undefined || web === undefined) throw new Error("The launcher's lock names no children.");
  return { launcher: lock.pid, worker, web };
}

/** As the launcher handed it to the web process. */
function databaseUrl(pid: number): string {
  const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  const found = variables.find((variable) => variable.startsWith("DATABASE_URL="));
  if (found === undefined) throw new Error("The web process has no DATABASE_URL.");
  return found.slice("DATABASE_URL=".length);
}
