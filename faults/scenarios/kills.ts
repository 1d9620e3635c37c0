import { setTimeout as sleep } from "node:timers/promises";
import { until } from "@/db/testing/until";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { underLoad, type Channel, type Ground } from "../ground";
import { PARTS, type Part } from "../product";
import { endAllConnections } from "./connections";
import { between, shuffled, type Random } from "../random";
import { by, type Row, type Scenario, type Stage } from "../scenario";

const CHANNELS = 4;
/** Slow enough that requests are always under way when something is killed. */
const ANSWER_MS = 30;

/** A kill repeats what was under way: requests without an answer, and about as many answers that wait for their commit. */
const UNDER_WAY = 2 * CHANNELS * MAX_IN_FLIGHT_PER_CHANNEL;

const together = async (ground: Ground, random: Random): Promise<void> => {
  for (const part of shuffled(random, PARTS)) {
    await ground.product.kill(part);
    await sleep(between(random, 0, 400));
  }
};

type Strike = (ground: Ground, random: Random) => Promise<void>;

/** As an operator or a failing proxy does it. */
const endConnections: Strike = async ({ product }) => {
  const sql = product.connect();
  // Postgres itself may just be starting again.
  await until(() => endAllConnections(sql), { timeoutMs: 60_000, what: "connections to end" });
  await sql.end({ timeout: 1 });
};

const killing =
  (part: Part): Strike =>
  ({ product }) =>
    product.kill(part);

const STRIKES: Record<string, Strike> = {
  "kill -9 of the worker": killing("worker"),
  "kill -9 of the web process": killing("web"),
  "kill -9 of Postgres": killing("postgres"),
  "kill -9 of all three, in any order": together,
};

const START_AGAIN = "kill -9 of everything, then a new start";

/** Processes are killed without warning, as the system does when memory runs out, at moments that nobody chose. */
export const kills: Scenario = {
  id: "kills",
  run: async (stage) => {
    const channels = await stage.ground.channels(CHANNELS, { delayMs: ANSWER_MS });
    const rows = await by(stage.form, { short: mixed, long: oneByOne })(stage, channels);
    await stage.ground.close(channels);
    return rows;
  },
};

/** All kinds in one go: what is left behind runs out once. */
async function mixed(stage: Stage, channels: Channel[]): Promise<Row[]> {
  const strikes = shuffled(stage.random, [...Object.values(STRIKES), endConnections]);
  const fault = "kill -9 of worker, web, Postgres and all, connections ended";
  return [await run(stage, channels, fault, strikes)];
}

async function oneByOne(stage: Stage, channels: Channel[]): Promise<Row[]> {
  const startAgain: Strike = ({ product }) => product.killAllAndStartAgain();
  const rows: Row[] = [];
  for (const [fault, strike] of Object.entries({ ...STRIKES, [START_AGAIN]: startAgain })) {
    const tries = fault === START_AGAIN ? 5 : 10;
    rows.push(
      await run(
        stage,
        channels,
        fault,
        Array.from({ length: tries }, () => strike),
      ),
    );
    // The next row counts its own.
    await stage.ground.close(channels.splice(0));
    channels.push(...(await stage.ground.channels(CHANNELS, { delayMs: ANSWER_MS })));
  }
  return rows;
}

async function run(
  { ground, random, form }: Stage,
  channels: readonly Channel[],
  fault: string,
  strikes: readonly Strike[],
): Promise<Row> {
  const load = {
    perSecond: by(form, { short: 25, long: 40 }),
    repeatsAtMost: () => strikes.length * UNDER_WAY,
  };
  const { failures, ...verdict } = await underLoad(ground, channels, load, async () => {
    for (const strike of strikes) {
      await sleep(between(random, 500, by(form, { short: 2_500, long: 5_000 })));
      await strike(ground, random);
    }
    await ground.product.ready();
    await sleep(1_000);
  });
  return { ...verdict, fault, tried: strikes.length, note: `${failures} calls had to be made again` };
}
