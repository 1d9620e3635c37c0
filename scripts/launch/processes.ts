import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { supervise, type SupervisedChild } from "./child";
import type { Lock } from "./folder-lock";
import { untilReady } from "./ready";
import { ROOT } from "./root";
import type { Shutdown } from "./shutdown";

/** Milliseconds after SIGTERM until SIGKILL: an attempt in flight ends within 10 s. */
const GRACE_MS = 11_000;

/** The young generation, in MiB: requests and deliveries die young, and fewer collections cost less time. */
const SEMI_SPACE = "--max-semi-space-size=32";

/** Starts web and worker under supervision; `shutdown` ends both. */
export function startProcesses(
  { host, port, lock }: { host: string; port: number; lock: Lock | undefined },
  shutdown: Shutdown,
): { restart(): void; ready(origin: string): Promise<void> } {
  const children: { name: string; child: SupervisedChild }[] = [];
  const record = () => lock?.record(children.flatMap(({ child }) => child.pid ?? []));
  shutdown.add(async () => void (await Promise.all(children.map(({ child }) => child.stop(GRACE_MS)))));
  const start = (name: string, args: string[]) =>
    void children.push({
      name,
      child: supervise({ name, command: process.execPath, args, environment, onStart: record }),
    });

  start("worker", [SEMI_SPACE, ...watched(GRACE_MS), "--import", "tsx", "inngest/worker.ts"]);
  const next = "node_modules/next/dist/bin/next";
  // Longer than the idle time of common proxies: the one in front decides when a connection ends.
  const web = ["start", "-p", String(port), "-H", host, "--keepAliveTimeout", "65000"];
  start("web process", [SEMI_SPACE, ...watched(3_000), next, ...web]);
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

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  CARILLON_LAUNCHER_PID: String(process.pid),
});
