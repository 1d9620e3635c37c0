import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/embedded/free-port";
import { Load } from "../load";
import { verdict } from "../ground";
import { by, type Row, type Scenario } from "../scenario";

const HEALTHY = 50;
const EVENTS_PER_SECOND = 3;
/** Below this a delay is the noise of a busy machine. */
const NOISE_MS = 60;

/** A channel whose receiver is gone and one whose receiver never answers must not slow the others down. */
export const isolation: Scenario = {
  id: "isolation",
  run: async ({ ground, form }) => {
    const healthy = await ground.channels(HEALTHY, { delayMs: 5 });
    const [hanging] = await ground.channels(1, "hang");
    if (hanging === undefined) throw new Error("No channel was made.");
    const dead = await ground.channel(`http://127.0.0.1:${await freePort()}/dead`);
    const enable = async (enabled: boolean) => {
      for (const { id } of [hanging, dead])
        await ground.product.call("PATCH", `/channels/${id}`, { enabled });
    };
    const load = new Load([ground.product]);
    const spans: { troubled: boolean; from: number; until: number }[] = [];
    await enable(false);
    load.start(EVENTS_PER_SECOND);
    await sleep(2_000);
    // With and without by turns, so that whatever else the machine does meets both.
    for (let turn = 0; turn < by(form, { short: 4, long: 8 }); turn++) {
      const troubled = turn % 2 === 1;
      await enable(troubled);
      const from = Date.now();
      await sleep(by(form, { short: 4_000, long: 10_000 }));
      spans.push({ troubled, from, until: Date.now() });
    }
    await load.stop();
    await enable(false);
    const row = await verdict(ground, healthy, load, 0);
    const arrivals = ground.receiver.arrivals(healthy.map(({ path }) => path));
    const [alone, beside] = [false, true].map((wanted) =>
      p99(
        arrivals.flatMap(({ eventId, at }) => {
          const sentAt = load.acknowledged.get(eventId) ?? 0;
          const inside = spans.some(
            ({ troubled, from, until }) => troubled === wanted && sentAt >= from && sentAt < until,
          );
          return inside ? [at - sentAt] : [];
        }),
      ),
    );
    await ground.close([...healthy, hanging, dead]);
    return [
      {
        ...row,
        fault: `one dead and one hanging channel beside ${HEALTHY} healthy ones`,
        tried: spans.filter(({ troubled }) => troubled).length,
        note: `p99 of the healthy ${alone} ms without, ${beside} ms with them`,
        problems: [...row.problems, ...slowed(alone ?? 0, beside ?? Infinity)],
      } satisfies Row,
    ];
  },
};

const slowed = (alone: number, beside: number): string[] =>
  beside > 2 * Math.max(alone, NOISE_MS)
    ? [`healthy channels slowed down from ${alone} to ${beside} ms`]
    : [];

function p99(delays: readonly number[]): number {
  const sorted = [...delays].sort((a, b) => a - b);
  return Math.max(0, sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Infinity);
}
