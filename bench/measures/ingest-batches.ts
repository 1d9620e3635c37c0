import { batchOf } from "../lab/load";
import { withCpu } from "../lab/with-cpu";
import type { Measure } from "../measure";

const BATCH = 100;
/** Requests, and statements of the reference, under way at a time. */
const LANES = 8;

/** Rounds that do not count. Each takes a second, and in the first ones the web process's code is still being compiled. */
const WARM_UP = 4;

/** Batches into a workspace without channels: events are stored, announced and planned, and nothing is sent. */
export const ingestBatches: Measure = {
  name: "ingest-batches",
  run: async (lab) => {
    const { rounds, ingestedEvents } = lab.size;
    const { client } = await lab.world([]);
    const product = async () => {
      const startedAt = performance.now();
      await client.ingest(ingestedEvents, LANES);
      return ingestedEvents / ((performance.now() - startedAt) / 1000);
    };
    const batch = batchOf(BATCH);
    const reference = () => lab.reference.insert({ count: ingestedEvents, batch, lanes: LANES });
    for (let round = 0; round < WARM_UP; round++) {
      await product();
      await reference();
    }
    const { note, ...values } = await withCpu(lab, ingestedEvents, rounds, product, reference);
    const title = "ingested, batches of 100";
    return [
      { title, unit: "events/s", product: values.product, target: { atLeast: 5_000 } },
      {
        ...{ title, unit: "events/s", product: values.product, target: { atLeast: 0.3 } },
        reference: { name: "plain batched insert", values: values.reference },
        note,
      },
    ];
  },
};
