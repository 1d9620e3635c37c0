import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { underLoad, type Ground } from "../ground";
import { Product } from "../product";
import { by, type Row, type Scenario } from "../scenario";

/** As long as a worker that joins may go unnoticed by the others, and a little more. */
const ACQUAINTED_MS = 3_500;

/** Two web processes and two workers share one database. */
export const pair: Scenario = {
  id: "pair",
  run: async ({ ground, form }) => {
    const second = await Product.start(ground.product.sharing);
    try {
      await sleep(ACQUAINTED_MS);
      const channels = await ground.channels(2, { delayMs: 120 });
      const load = {
        perSecond: by(form, { short: 60, long: 70 }),
        repeatsAtMost: () => 0,
        entrances: [ground.product, second] as const,
      };
      let ids: string[] = [];
      const { failures: _, ...verdict } = await underLoad(
        ground,
        channels,
        { ...load, entrances: [ground.product, second] },
        async (load) => {
          await sleep(by(form, { short: 3_000, long: 20_000 }));
          ids = await sameKeyAtBoth(ground, second);
          for (const id of new Set(ids)) load.acknowledged.set(id, Date.now());
          await sleep(by(form, { short: 2_000, long: 20_000 }));
        },
      );
      const busiest = Math.max(...channels.map(({ path }) => ground.receiver.busiest(path)));
      await ground.close(channels);
      return [
        {
          ...verdict,
          fault: "two workers and two web processes on one database",
          tried: 1,
          note: `at most ${busiest} requests at a channel at once`,
          problems: [
            ...verdict.problems,
            ...(busiest > MAX_IN_FLIGHT_PER_CHANNEL ? [`${busiest} requests at one channel at once`] : []),
            ...(new Set(ids).size === 1 ? [] : ["one idempotency key made several events"]),
          ],
        } satisfies Row,
      ];
    } finally {
      await second.stop();
    }
  },
};

/** The same event, twenty times at once, at both web processes. */
async function sameKeyAtBoth({ product }: Ground, second: Product): Promise<string[]> {
  const data = { task: { id: "same", title: "Ring once", status: "active" } };
  const event = { type: "task.created", idempotencyKey: randomUUID(), data };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? product : second).call<{ id: string }>("POST", "/events", event),
    ),
  );
  return answers.map(({ id }) => id);
}
