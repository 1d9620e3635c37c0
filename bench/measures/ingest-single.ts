import { Client, EVENT } from "../lab/load";
import { startEmptyNext } from "../lab/empty-next";
import { alternate, type Measure } from "../measure";

const CONNECTIONS = 32;

/** One event a request, into a workspace without channels, against a handler of Next that does nothing. */
export const ingestSingle: Measure = {
  name: "ingest-single",
  run: async (lab) => {
    const { client: product } = await lab.world([], CONNECTIONS);
    const empty = await startEmptyNext();
    lab.endLater(empty.end);
    const reference = new Client(empty.origin, "ck_none", CONNECTIONS);
    lab.endLater(() => reference.close());
    const body = JSON.stringify(EVENT);
    const post = (client: Client, path: string) => () => rate(client, path, body, lab.size.seconds / 2);
    const values = await alternate(
      // The first round is for warming up.
      lab.size.rounds + 1,
      post(product, "/api/v1/events"),
      post(reference, "/empty"),
    );
    return [
      {
        title: "ingested, single posts over 32 connections",
        unit: "events/s",
        product: values.product.slice(1),
        reference: { name: "empty Next route handler", values: values.reference.slice(1) },
        target: { atLeast: 0.8 },
      },
    ];
  },
};

/** Answers per second while every connection posts as soon as it has its answer. */
async function rate(client: Client, path: string, body: string, seconds: number): Promise<number> {
  const startedAt = performance.now();
  let answers = 0;
  const one = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      await client.post(path, body);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return answers / ((performance.now() - startedAt) / 1000);
}
