import { spawn, type ChildProcess } from "node:child_process";
import { signal } from "@/db/embedded/processes";
import { ROOT } from "./root";
import { say } from "./say";

/** A child process that is started again whenever it ends, until it is stopped. */
export interface SupervisedChild {
  readonly pid: number | undefined;
  /** How often it ended by itself since the start. */
  readonly failures: number;
  /** Starts it anew, for instance with another environment. */
  restart(): void;
  /** SIGTERM, after `graceMs` SIGKILL to its whole process group. Resolves when it is gone. */
  stop(graceMs: number): Promise<void>;
}

export interface ChildSpec {
  name: string;
  command: string;
  args: readonly string[];
  /** Asked at every start. */
  environment: () => NodeJS.ProcessEnv;
  onStart: () => void;
}

// Waits between starts: doubled from the first to the last while it keeps ending, reset after a calm time.
const FIRST_WAIT_MS = 200;
const LAST_WAIT_MS = 5_000;
const CALM_MS = 30_000;

/** Starts and supervises one child. Its output goes where the launcher's goes. */
export function supervise(spec: ChildSpec): SupervisedChild {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let failures = 0;
  let wait = FIRST_WAIT_MS;

  const start = () => {
    const startedAt = performance.now();
    const current = spawn(spec.command, spec.args, {
      cwd: ROOT,
      env: spec.environment(),
      stdio: ["ignore", "inherit", "inherit"],
      // A process group of its own: Ctrl-C in a terminal reaches the launcher alone, which ends things in order.
      detached: true,
    });
    child = current;
    current.on("error", (error) => say(`${spec.name} could not be started: ${error.message}`));
    current.on("exit", (code, signalName) => {
      if (stopping || child !== current) return;
      failures += 1;
      wait = performance.now() - startedAt > CALM_MS ? FIRST_WAIT_MS : wait;
      say(`${spec.name} ended (${signalName ?? `code ${code}`}); starting it again in ${wait} ms.`);
      timer = setTimeout(start, wait);
      wait = Math.min(wait * 2, LAST_WAIT_MS);
    });
    spec.onStart();
  };

  start();
  return {
    get pid() {
      return child?.pid;
    },
    get failures() {
      return failures;
    },
    restart: () => {
      if (stopping) return;
      const old = child;
      child = undefined;
      clearTimeout(timer);
      void end(old, 0).then(() => stopping || start());
    },
    stop: async (graceMs) => {
      stopping = true;
      clearTimeout(timer);
      await end(child, graceMs);
    },
  };
}

function end(child: ChildProcess | undefined, graceMs: number): Promise<void> {
  const pid = child?.pid;
  if (child === undefined || pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => signal(-pid, "SIGKILL"), graceMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    signal(pid, "SIGTERM");
  });
}
