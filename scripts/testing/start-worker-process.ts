import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const WORKER = join(import.meta.dirname, "..", "..", "inngest", "worker.ts");

/** A worker in a process of its own, on this process's settings, to be killed by whoever started it. */
export const startWorkerProcess = (): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", WORKER], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, LOG_LEVEL: "silent" },
  });
