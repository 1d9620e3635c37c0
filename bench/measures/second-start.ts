import { healthy } from "../lab/delivering";
import type { Lab } from "../lab/lab";
import { Client, EVENT } from "../lab/load";
import { startProduct } from "../lab/product";
import type { Measure } from "../measure";

const MAX_ROUNDS = 3;
const ARRIVAL_MS = 10_000;

/** From `npm start` on a folder in use before, already built, to the arrival of an event sent as soon as it is ready. */
export const secondStart: Measure = {
  name: "second-start",
  run: async (lab) => {
    const { key } = await lab.world(healthy(lab, 1));
    await lab.stop();
    const seconds: number[] = [];
    for (let round = 0; round < Math.min(MAX_ROUNDS, lab.size.rounds); round += 1) {
      seconds.push(await startAndDeliver(lab, key));
    }
    await lab.startAgain();
    return [
      {
        ...{ title: "second npm start to first delivered event", unit: "s", product: seconds },
        target: { atMost: 5 },
      },
    ];
  },
};

async function startAndDeliver(lab: Lab, key: string): Promise<number> {
  await lab.sink.reset();
  const startedAt = performance.now();
  const product = await startProduct(lab.folder);
  const client = new Client(product.origin, key, 1);
  await client.post("/api/v1/events", JSON.stringify(EVENT));
  await lab.sink.reached(1, ARRIVAL_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  await client.close();
  await product.stop();
  return seconds;
}
