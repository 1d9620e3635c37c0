import { setTimeout as sleep } from "node:timers/promises";
import { until } from "@/db/testing/until";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { attended } from "../attendance";
import { underLoad, type Channel, type Ground } from "../ground";
import { PARTS, type Part } from "../product";
import { endAllConnections } from "./connections";
import { between, shuffled, type Random } from "../random";
import { by, type Form, type Row, type Scenario, type Stage } from "../scenario";

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

/** Those of single processes come when it works again: killed while it starts, it would do nothing that could be cut off. */
const STRIKES: Record<string, { fault: string; moment: Moment; strike: Strike }> = {
  "kill-worker": { fault: "kill -9 of the worker", moment: "at work", strike: killing("worker") },
  "kill-web": { fault: "kill -9 of the web process", moment: "at work", strike: killing("web") },
  "kill-postgres": { fault: "kill -9 of Postgres", moment: "at work", strike: killing("postgres") },
  "kill-all": { fault: "kill -9 of all three, in any order", moment: "any", strike: together },
};

/** Before a strike: whatever the product is doing then, or once it works again after the strike before. */
type Moment = "any" | "at work";

/** Processes are killed without warning, as the system does when memory runs out, at moments that nobody chose. */
const scenario = (
  { id, only, fault, moment }: { id: string; only: Form; fault: string; moment: Moment },
  strikesOf: (random: Random) => Strike[],
): Scenario => ({
  id,
  only,
  run: async (stage) => {
    const channels = await stage.ground.channels(CHANNELS, { delayMs: ANSWER_MS });
    const row = await run(stage, channels, { fault, moment, strikes: strikesOf(stage.random) });
    await stage.ground.close(channels);
    return [row];
  },
});

const times = (count: number, strike: Strike): Strike[] => Array.from({ length: count }, () => strike);

/** The short form makes all kinds in one go: what is left behind runs out once. */
export const kills: readonly Scenario[] = [
  scenario(
    {
      id: "kills",
      only: "short",
      fault: "kill -9 of worker, web, Postgres and all, connections ended",
      moment: "any",
    },
    (random) => shuffled(random, [...Object.values(STRIKES).map(({ strike }) => strike), endConnections]),
  ),
  ...Object.entries(STRIKES).map(([id, { strike, ...rest }]) =>
    scenario({ id, only: "long", ...rest }, () => times(10, strike)),
  ),
  scenario(
    { id: "start-again", only: "long", fault: "kill -9 of everything, then a new start", moment: "any" },
    () => times(5, ({ product }) => product.killAllAndStartAgain()),
  ),
];

async function run(
  { ground, random, form }: Stage,
  channels: readonly Channel[],
  { fault, moment, strikes }: { fault: string; moment: Moment; strikes: readonly Strike[] },
): Promise<Row> {
  const load = {
    perSecond: by(form, { short: 25, long: 40 }),
    repeatsAtMost: () => strikes.length * UNDER_WAY,
  };
  const { failures, ...verdict } = await underLoad(ground, channels, load, async () => {
    for (const strike of strikes) {
      if (moment === "at work") await Promise.all([ground.product.ready(), attended(ground.product)]);
      await sleep(between(random, 500, by(form, { short: 2_500, long: 5_000 })));
      await strike(ground, random);
    }
    await ground.product.ready();
    await sleep(1_000);
  });
  return { ...verdict, fault, tried: strikes.length, note: `${failures} calls had to be made again` };
}
