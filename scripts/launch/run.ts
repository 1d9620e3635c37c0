import { launch } from "./launch";
import type { Mode } from "./processes";
import { Refusal } from "./refusal";
import { say } from "./say";
import { Shutdown } from "./shutdown";

/** Starts everything and stays until a signal; then ends everything and this process. */
export function run(mode: Mode): void {
  const shutdown = new Shutdown();
  const end = async (code: number) => {
    if (!shutdown.begun && code === 0) say("stopping.");
    await shutdown.run();
    process.exit(code);
  };
  const fail = (error: unknown) => {
    if (shutdown.begun) return;
    process.stderr.write(`${describe(error)}\n`);
    void end(1);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => void end(0));
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  whenNpmIsGone(() => void end(0));
  launch(shutdown, mode).catch(fail);
}

/** npm passes signals on unless it is killed; then nobody is left to stop this process. */
function whenNpmIsGone(act: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 500);
}

function describe(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
