import { deliver, healthy } from "../lab/delivering";
import { alternate, type Measure } from "../measure";

const CHANNELS = 10;
const DEAD = 2;

/** A fifth of the channels take requests and never answer; what reaches the others must hardly suffer. */
export const deadChannels: Measure = {
  name: "dead-channels",
  run: async (lab) => {
    const { rounds, deliveries } = lab.size;
    const events = Math.round(deliveries / CHANNELS);
    const well = await lab.world(healthy(lab, CHANNELS));
    await deliver(lab, well, events, events * CHANNELS);
    const dead = Array.from({ length: DEAD }, (_, index) => `${lab.sink.origin}/dead/channel-${index + 1}`);
    const values = await alternate(
      rounds,
      async () => {
        // Anew each time: a channel that is known to fail is no longer tried at once, which would be the easy case.
        const ill = await lab.world([...healthy(lab, CHANNELS - DEAD), ...dead]);
        const rate = await deliver(lab, ill, events, events * (CHANNELS - DEAD));
        // Its retries are no part of the next round.
        await lab.remove(ill);
        return rate;
      },
      () => deliver(lab, well, events, events * CHANNELS),
    );
    return [
      {
        title: `delivered to the healthy, ${DEAD} of ${CHANNELS} channels dead`,
        unit: "/s",
        product: values.product,
        reference: { name: "the product, all healthy", values: values.reference },
        target: { atLeast: 0.7 },
      },
    ];
  },
};
