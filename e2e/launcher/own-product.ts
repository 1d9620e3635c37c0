import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/embedded/free-port";
import { isRunning } from "@/db/embedded/processes";
import { until } from "@/db/testing/until";

const ROOT = join(import.meta.dirname, "..", "..");

/** The repository where `user` can read it: itself, or a copy made of hard links that `remove` removes. */
export function readableRepository(user: { uid: number; gid: number } | undefined): {
  path: string;
  remove(): void;
} {
  const mayRead = user === undefined || spawnSync("ls", [ROOT], { ...user, cwd: "/" }).status === 0;
  if (mayRead) return { path: ROOT, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "carillon-repository-"));
  chmodSync(folder, 0o755);
  const path = join(folder, "repository");
  const copy = (flags: string) => spawnSync("cp", [flags, ROOT, path]).status === 0;
  // Links do not cross file systems.
  if (!copy("-al") && !copy("-a")) throw new Error(`${ROOT} could not be copied to ${path}.`);
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A launcher that a test starts, watches and kills. */
export interface OwnProduct {
  origin: string;
  apiKey: string;
  launcher: ChildProcess & { pid: number };
  /** All that was printed so far, both streams. */
  output(): string;
  /** Resolves when `/api/ready` answers 200. */
  ready(): Promise<void>;
  /** Resolves with the exit code, null after a kill. */
  ended(): Promise<number | null>;
}

/** A data folder of its own, removed by `remove` together with every process that still works in it. */
export interface DataFolder {
  path: string;
  remove(): Promise<void>;
}

export function dataFolder(owner?: { uid: number; gid: number }): DataFolder {
  const path = mkdtempSync(join(tmpdir(), "carillon-launcher-"));
  // Made for the owner alone; Postgres may run as another user and must get in.
  chmodSync(path, 0o755);
  if (owner !== undefined) chownSync(path, owner.uid, owner.gid);
  return {
    path,
    remove: async () => {
      for (const pid of processesOf(path)) process.kill(pid, "SIGKILL");
      await until(() => processesOf(path).length === 0, { what: `the end of the processes of ${path}` });
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Starts `npm start`'s launcher on a data folder. `environment` comes last; an undefined value unsets a variable. */
export async function startProduct(
  data: string,
  environment: Record<string, string | undefined> = {},
  { cwd = ROOT, ...user }: { cwd?: string; uid?: number; gid?: number } = {},
): Promise<OwnProduct> {
  const port = environment.PORT ?? String(await freePort());
  const apiKey = `ck_launcher_${randomBytes(12).toString("hex")}`;
  const launcher = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    cwd,
    ...user,
    env: { ...inherited(), DATA_DIR: data, PORT: port, DEMO_API_KEY: apiKey, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  launcher.stdout.on("data", (chunk) => (output += chunk));
  launcher.stderr.on("data", (chunk) => (output += chunk));
  const exit = new Promise<number | null>((resolve) => launcher.once("close", resolve));
  const { pid } = launcher;
  if (pid === undefined) throw new Error("The launcher could not be started.");
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    apiKey,
    launcher: Object.assign(launcher, { pid }),
    output: () => output,
    ready: async () => {
      await until(async () => (await fetch(`${origin}/api/ready`)).status === 200, {
        timeoutMs: 120_000,
        what: `readiness of the product, which printed:\n${output}`,
      }).catch((error: unknown) => {
        throw new Error(output, { cause: error });
      });
    },
    ended: () => exit,
  };
}

/** Running processes that belong to a data folder: by their environment or their command line. */
export function processesOf(data: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && isRunning(pid) && belongsTo(pid, data));
}

/** The one process of a data folder whose command line matches. */
export function processOf(data: string, command: RegExp): number {
  const found = processesOf(data).filter((pid) => command.test(read(pid, "cmdline").replaceAll("\0", " ")));
  const [pid] = found;
  if (pid === undefined || found.length > 1)
    throw new Error(`${found.length} processes match ${String(command)}.`);
  return pid;
}

function belongsTo(pid: number, data: string): boolean {
  const variables = read(pid, "environ").split("\0");
  // Another user's environment may be closed to this one; a command line never is.
  return variables.includes(`DATA_DIR=${data}`) || read(pid, "cmdline").includes(`${data}/`);
}

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

/** The runner's environment without what would configure the product. */
function inherited(): NodeJS.ProcessEnv {
  const names = ["PATH", "HOME", "LANG", "TMPDIR", "TZ"];
  return { NODE_ENV: "production", ...Object.fromEntries(names.map((name) => [name, process.env[name]])) };
}
