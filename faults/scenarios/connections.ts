import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { underLoad } from "../ground";
import { SPECTATOR } from "../product";
import type { Row, Scenario } from "../scenario";

const CHANNELS = 4;
const TIMES = 60;

/** Postgres ends every connection again and again, as an operator or a failing proxy does. */
export const connections: Scenario = {
  id: "connections",
  only: "long",
  run: async ({ ground }) => {
    const channels = await ground.channels(CHANNELS, { delayMs: 20 });
    const pids = { worker: ground.product.pidOf("worker"), web: ground.product.pidOf("web") };
    const sql = ground.product.connect();
    let ended = 0;
    const load = {
      perSecond: 50,
      repeatsAtMost: () => TIMES * CHANNELS * MAX_IN_FLIGHT_PER_CHANNEL,
    };
    const { failures, ...verdict } = await underLoad(ground, channels, load, async () => {
      for (let time = 0; time < TIMES; time++) {
        await sleep(500);
        ended += await endAllConnections(sql);
      }
    });
    await sql.end();
    const survived = (["worker", "web"] as const).filter((part) => ground.product.pidOf(part) !== pids[part]);
    await ground.close(channels);
    return [
      {
        ...verdict,
        fault: "all connections to Postgres ended, twice a second",
        tried: TIMES,
        note: `${ended} connections ended, ${failures} calls had to be made again`,
        problems: [...verdict.problems, ...survived.map((part) => `the ${part} process did not survive`)],
      } satisfies Row,
    ];
  },
};

/** Ends every connection of the product to its database; answers how many there were. */
export async function endAllConnections(sql: postgres.Sql): Promise<number> {
  const rows = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and application_name <> ${SPECTATOR}`;
  return rows.length;
}
