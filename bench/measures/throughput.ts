import { bodyOf, deliver, healthy } from "../lab/delivering";
import type { Lab } from "../lab/lab";
import { withCpu } from "../lab/with-cpu";
import type { Measure, Row } from "../measure";

/** As many deliveries each time, spread differently over events and channels. */
const SHAPES = [
  { name: "fan-out-5", channels: 5, least: 0.35 },
  { name: "fan-out-all", channels: Infinity, least: 0.3 },
  { name: "fan-out-1", channels: 1, least: 0.3 },
] as const;

export const throughput: Measure[] = SHAPES.map(({ name, channels, least }) => ({
  name,
  run: async (lab) => [await measureShape(lab, Math.min(channels, lab.size.deliveries), least)],
}));

async function measureShape(lab: Lab, channels: number, atLeast: number): Promise<Row> {
  const { rounds, deliveries } = lab.size;
  const events = Math.round(deliveries / channels);
  const world = await lab.world(healthy(lab, channels));
  const product = () => deliver(lab, world, events, events * channels);
  // Both sides compile, plan and connect once; that is no part of any figure.
  await product();
  const body = await bodyOf(lab, world);
  await lab.reference.deliver(deliveries, body);
  const reference = () => lab.reference.deliver(deliveries, body);
  const runsBefore = await durableRuns(lab);
  const { note, ...values } = await withCpu(lab, deliveries, rounds, product, reference);
  const durable = ((await durableRuns(lab)) - runsBefore) / (deliveries * rounds);
  return {
    title: `delivered, ${count(events, "event")} × ${count(channels, "channel")}`,
    unit: "/s",
    product: values.product,
    reference: { name: "plain work", values: values.reference },
    target: { atLeast },
    note: `${note}; ${(durable * 100).toFixed(0)} % of the deliveries took a run of their own`,
  };
}

/** Runs that were ever asked for to take a delivery to its end; most deliveries end with their first attempt instead. */
async function durableRuns(lab: Lab): Promise<number> {
  const [row] = await lab.sql<[{ n: number }]>`
    select count(*)::int as n from engine.events where name = 'carillon/delivery.due'`;
  return row.n;
}

const count = (n: number, what: string): string => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
