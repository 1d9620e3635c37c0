import { engineMode, env, plainEnvironment } from "@/lib/env";
import { log } from "@/lib/log";
import { backgroundSettled } from "@/lib/operations/background";
import { channelSlots } from "@/lib/operations/channel-slots";
import { holdLeasesAs } from "@/lib/operations/lease";
import { functions } from "./all-functions";
import { bridge, inngest } from "./client";
import { startEngine, type Engine } from "./engine/engine";
import { startHeartbeat } from "./engine/heartbeat";
import { shareSlots } from "./share-slots";

/**
 * The worker process. With the embedded engine it runs the functions; when an Inngest server calls the web process for
 * that, it only reports that it lives.
 */
async function main(): Promise<void> {
  const { DATABASE_URL: databaseUrl } = env();
  if (databaseUrl === "") {
    return refuse("The worker needs DATABASE_URL, the address of the database that the web process uses.");
  }
  plainEnvironment();
  // A promise that nobody waits for must not end the work of all others.
  process.on("unhandledRejection", (error) =>
    log().error({ err: error }, "worker: a rejection was not handled"),
  );
  const starting =
    engineMode() === "embedded"
      ? startEngine({
          ...{ client: inngest, bridge, functions, databaseUrl },
          onOwner: holdLeasesAs,
          settled: backgroundSettled,
        })
      : startHeartbeat(databaseUrl);
  stopOnSignals(starting);
  await starting;
  await shareSlots();
  log().info({ engine: engineMode() }, "worker: ready");
}

function stopOnSignals(starting: Promise<Engine>): void {
  // Before the start is over nothing runs yet, so there is nothing to wait for.
  let running: Engine | undefined;
  starting.then(
    (engine) => (running = engine),
    () => {},
  );
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // No request begins any more: what waits for a slot goes back into the queue, what is under way ends in time.
    channelSlots.close();
    // First attempts that outlasted their function's step end within the grace period, too.
    await running?.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  refuse(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
