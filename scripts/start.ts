import { launch } from "./launch/launch";
import { Refusal } from "./launch/refusal";
import { Shutdown } from "./launch/shutdown";
import { say } from "./launch/say";

const shutdown = new Shutdown();

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => void end(0));
}
process.on("uncaughtException", (error) => fail(error));
process.on("unhandledRejection", (error) => fail(error));
endWithNpm();

launch(shutdown).catch(fail);

/** npm passes signals on unless it is killed; then nobody is left to stop this process. */
function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void end(0), 500).unref();
}

function fail(error: unknown): void {
  if (shutdown.begun) return;
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  void end(1);
}

async function end(code: number): Promise<void> {
  if (!shutdown.begun && code === 0) say("stopping.");
  await shutdown.run();
  process.exit(code);
}
