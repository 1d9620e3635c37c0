import type { Engine } from "./engine";
import { Pool } from "./pool";
import { Presence, PRESENCE } from "./presence";
import { onTrouble } from "./trouble";

/** The sign of life of a worker that runs no functions. */
export async function startHeartbeat(databaseUrl: string): Promise<Engine> {
  const pool = new Pool(databaseUrl, 1, () => presence.connectionLost());
  const nothing = () => {};
  const presence: Presence = new Presence(
    pool,
    { onOwner: nothing, onWake: nothing, onFenced: nothing, onReleased: nothing, onTrouble },
    PRESENCE,
  );
  presence.ready = true;
  await presence.start();
  return {
    stop: async () => {
      await presence.stop();
      await pool.end();
    },
  };
}
