import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What tells a process from a later one that got the same id. */
export interface ProcessMark {
  pid: number;
  /** Start time as the system tells it; opaque, compared only. */
  started: string;
}

/** Whether a process runs. A zombie has ended: only its parent has not noticed yet. */
export const isRunning = (pid: number): boolean => startOf(pid) !== undefined;

/** The mark of a running process, undefined when there is none. */
export function markOf(pid: number): ProcessMark | undefined {
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether the very process that was marked still runs. */
export const isSame = (mark: ProcessMark): boolean => startOf(mark.pid) === mark.started;

/**
 * Running processes whose working directory is `folder`: with Postgres, the server and all its backends. Only those that
 * this process may look at; root in a container may not without CAP_SYS_PTRACE (ptrace(2)).
 */
export function processesIn(folder: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirectory(pid) === folder && isRunning(pid));
}

/** Whether `pid` is a Postgres server on `dataFolder`. */
export function isPostgresOn(pid: number, dataFolder: string): boolean {
  if (!isRunning(pid)) return false;
  // The command line is for everyone to read, the working directory is not.
  const command = process.platform === "linux" ? read(`/proc/${pid}/cmdline`) : ps(pid, "command");
  return command !== undefined && ` ${command.replaceAll("\0", " ")} `.includes(`postgres -D ${dataFolder} `);
}

/** Resolves with true once `condition` holds, with false after `timeoutMs`. */
export async function waitFor(condition: () => boolean, timeoutMs: number, everyMs = 20): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return true;
}

/** Sends a signal; a process that has ended meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function startOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== "linux") {
    const [state, ...started] = (ps(pid, "stat,lstart") ?? "").trim().split(/\s+/);
    return state === undefined || state === "" || state.startsWith("Z") ? undefined : started.join(" ");
  }
  // proc_pid_stat(5): the name in brackets may hold anything; after it, the state is field 3, the start time field 22.
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields === undefined || fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function ps(pid: number, columns: string): string | undefined {
  try {
    const format = columns.split(",").flatMap((column) => ["-o", `${column}=`]);
    return execFileSync("ps", [...format, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return undefined;
  }
}
