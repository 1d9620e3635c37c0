import { setTimeout as sleep } from "node:timers/promises";
import { healthy } from "../lab/delivering";
import type { Lab } from "../lab/lab";
import { EVENT } from "../lab/load";
import type { World } from "../lab/world";
import type { Measure } from "../measure";
import { quantile } from "../stats";

const PER_SECOND = 20;
/** After the last post; what has not arrived by then counts as an error of the product. */
const ARRIVAL_MS = 5_000;

/** From the beginning of a post to its arrival at the receiver, at a fixed rate whatever the answers do (an open loop). */
export const latency: Measure = {
  name: "latency",
  run: async (lab) => {
    const world = await lab.world(healthy(lab, 1));
    await openLoop(lab, world, 2);
    const rounds: number[][] = [];
    for (let round = 0; round < lab.size.rounds; round += 1) {
      rounds.push(await openLoop(lab, world, lab.size.seconds));
    }
    const line = (name: string, q: number, atMost: number) => ({
      ...{ title: `post to receiver at ${PER_SECOND} events/s, ${name}`, unit: "ms", target: { atMost } },
      product: rounds.map((times) => quantile(times, q)),
    });
    return [line("p50", 0.5, 20), line("p99", 0.99, 60)];
  },
};

async function openLoop(lab: Lab, world: World, seconds: number): Promise<number[]> {
  await lab.sink.reset(true);
  const begun = performance.now();
  const body = JSON.stringify(EVENT);
  const posts: Promise<{ id: string; at: number }>[] = [];
  for (let index = 0; index < seconds * PER_SECOND; index += 1) {
    await sleep(Math.max(0, begun + (index * 1000) / PER_SECOND - performance.now()));
    const at = Number(process.hrtime.bigint()) / 1e6;
    posts.push(world.client.post("/api/v1/events", body).then((answer) => ({ at, id: idOf(answer) })));
  }
  const sent = await Promise.all(posts);
  await lab.sink.reached(sent.length, ARRIVAL_MS);
  const arrivals = await lab.sink.arrivals();
  return sent.map(({ id, at }) => {
    const arrived = arrivals.get(id);
    if (arrived === undefined) throw new Error(`The event ${id} did not arrive.`);
    return arrived - at;
  });
}

const idOf = (answer: unknown): string => (answer as { id: string }).id;
