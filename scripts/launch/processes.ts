import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { WORKER_FILE } from "./build-worker";
import { supervise, type SupervisedChild } from "./child";
import type { Lock } from "./folder-lock";
import { untilReady } from "./ready";
import { ROOT } from "./root";
import type { Shutdown } from "./shutdown";

/** Milliseconds after SIGTERM until SIGKILL: an attempt in flight ends within 10 s. */
const GRACE_MS = 11_000;

/**
 * The memory of both processes, in MiB. V8 lets a heap that may not grow far be collected after growing by half, instead of when
 * it is four times as large (its growing factor follows the limit), and keeps what it has let grow.
 */
const MEMORY = {
  /** Deliveries die young: a young generation of this size saves 7 % of the worker's time beside one of half of it. */
  worker: ["--max-semi-space-size=64", "--max-old-space-size=1536"],
  /** Drawing pages leaves much behind. Batches of events take 6 % less time than with half of it. */
  web: ["--max-semi-space-size=32", "--max-old-space-size=1024"],
};

/** Built and fast, or reloading on every change. */
export type Mode = "production" | "development";

/** Starts web and worker under supervision; `shutdown` ends both. */
export function startProcesses(
  { mode, host, port, lock }: { mode: Mode; host: string; port: number; lock: Lock | undefined },
  shutdown: Shutdown,
): { restart(): void; ready(origin: string): Promise<void> } {
  const children: { name: string; child: SupervisedChild }[] = [];
  const record = () => lock?.record(children.flatMap(({ child }) => child.pid ?? []));
  shutdown.add(async () => void (await Promise.all(children.map(({ child }) => child.stop(GRACE_MS)))));
  const commands = { worker: WORKER[mode], "web process": WEB[mode](host, String(port)) };
  const environment = () => environmentOf(mode);
  for (const [name, args] of Object.entries(commands)) {
    const child = supervise({ name, command: process.execPath, args, environment, onStart: record });
    children.push({ name, child });
  }
  record();

  return {
    restart: () => children.forEach(({ child }) => child.restart()),
    ready: (origin) =>
      untilReady(origin, () => children.map(({ name, child }) => ({ name, failures: child.failures }))),
  };
}

/** Makes a child end by itself when the launcher is gone. */
function watched(graceMs: number): string[] {
  const watch = pathToFileURL(join(ROOT, "scripts", "launch", "parent-watch.mjs"));
  watch.searchParams.set("graceMs", String(graceMs));
  return ["--import", watch.href];
}

const WORKER: Record<Mode, string[]> = {
  production: [...MEMORY.worker, ...watched(GRACE_MS), WORKER_FILE],
  development: [...watched(GRACE_MS), "node_modules/tsx/dist/cli.mjs", "watch", "inngest/worker.ts"],
};

const NEXT = "node_modules/next/dist/bin/next";

const WEB: Record<Mode, (host: string, port: string) => string[]> = {
  // Longer than the idle time of common proxies: the one in front decides when a connection ends.
  production: (host, port) =>
    [...MEMORY.web, ...watched(3_000), NEXT, "start", "-p", port, "-H", host].concat(
      "--keepAliveTimeout",
      "65000",
    ),
  development: (host, port) => [...watched(3_000), NEXT, "dev", "-p", port, "-H", host],
};

const environmentOf = (mode: Mode): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: mode,
  NEXT_TELEMETRY_DISABLED: "1",
  CARILLON_LAUNCHER_PID: String(process.pid),
  // glibc keeps what threads free in as many arenas as there are threads (mallopt(3)); two are enough for V8's helpers.
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2",
});
