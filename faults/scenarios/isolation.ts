import { setTimeout as sleep } from "node:timers/promises";
import { median, quantile } from "@/bench/stats";
import { freePort } from "@/db/embedded/free-port";
import type { Arrival } from "../judge";
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
    await enable(false);
    load.start(EVENTS_PER_SECOND);
    await sleep(2_000);
    const rounds: Round[] = [];
    for (let count = 0; count < by(form, { short: 3, long: 6 }); count++) {
      // With and without by turns, in either order: whatever else the machine does meets both.
      const spans: Partial<Record<Side, Span>> = {};
      for (const side of count % 2 === 0 ? SIDES : SIDES.toReversed()) {
        await enable(side === "beside");
        const from = Date.now();
        await sleep(by(form, { short: 4_000, long: 10_000 }));
        spans[side] = { from, until: Date.now() };
      }
      rounds.push(spans as Round);
    }
    await load.stop();
    await enable(false);
    const row = await verdict(ground, healthy, load, 0);
    const arrivals = ground.receiver.arrivals(healthy.map(({ path }) => path));
    await ground.close([...healthy, hanging, dead]);
    const pairs = rounds.map(({ alone, beside }) => ({
      alone: Math.round(quantile(delaysWithin(alone, arrivals, load), 0.99)),
      beside: Math.round(quantile(delaysWithin(beside, arrivals, load), 0.99)),
    }));
    const ratio = median(pairs.map(({ alone, beside }) => beside / Math.max(alone, NOISE_MS)));
    return [
      {
        ...row,
        fault: `one dead and one hanging channel beside ${HEALTHY} healthy ones`,
        tried: rounds.length,
        note:
          `p99 of the healthy without and with them: ${pairs.map(({ alone, beside }) => `${alone} and ${beside} ms`).join(", ")}; ` +
          `median of the ratios ${ratio.toFixed(2)}`,
        problems: [
          ...row.problems,
          ...(ratio > 2 ? [`healthy channels took ${ratio.toFixed(2)} times as long`] : []),
        ],
      } satisfies Row,
    ];
  },
};

/** Without the two bad channels, and beside them. */
const SIDES = ["alone", "beside"] as const;
type Side = (typeof SIDES)[number];

/** Epoch milliseconds. */
interface Span {
  from: number;
  until: number;
}

/** Two times that follow each other, so that they can be compared. */
type Round = Record<Side, Span>;

/** Delays of what was sent within a time. */
function delaysWithin({ from, until }: Span, arrivals: readonly Arrival[], load: Load): number[] {
  return arrivals.flatMap(({ eventId, at }) => {
    const sentAt = load.acknowledged.get(eventId) ?? 0;
    return sentAt >= from && sentAt < until ? [at - sentAt] : [];
  });
}
