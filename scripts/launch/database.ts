import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres, type PostgresServer } from "@/db/embedded/start-postgres";
import { say } from "./say";
import type { Shutdown } from "./shutdown";

/**
 * Starts the embedded Postgres and starts it again whenever it ends, on the same port if it can; `onMoved` gets the new
 * URL when it could not. Stopped by `shutdown`. Answers the first server.
 */
export async function keepPostgres(
  dataFolder: string,
  shutdown: Shutdown,
  onMoved: (url: string) => void,
): Promise<PostgresServer> {
  let newest = startPostgres({ dataFolder });
  shutdown.add(async () => {
    const server = await newest.catch(() => undefined);
    await server?.stop();
  });
  const first = await newest;

  const watch = async (server: PostgresServer): Promise<void> => {
    await server.gone;
    for (let wait = 200; !shutdown.begun; wait = Math.min(wait * 2, 10_000)) {
      say("Postgres ended; starting it again.");
      newest = startPostgres({ dataFolder, port: server.port });
      try {
        const next = await newest;
        if (next.port !== server.port) onMoved(next.url("carillon"));
        return await watch(next);
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        await sleep(wait);
      }
    }
  };
  void watch(first);
  return first;
}
