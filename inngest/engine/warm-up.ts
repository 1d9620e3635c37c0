import type { Inngest, InngestFunction } from "inngest";
import type { Transport } from "./transport";

const ID = "warm-up";
// After the third call the SDK's code is loaded, its schemas are built and the slow paths are compiled.
const CALLS = 3;

/** A function that does nothing, to be served beside the real ones but never registered. */
export const warmUpFunction = (client: Inngest): InngestFunction.Any =>
  client.createFunction({ id: ID, triggers: [], checkpointing: { bufferedSteps: 10 } }, ({ step }) =>
    step.run("nothing", () => null),
  );

export const isWarmUp = (client: Inngest, fn: string): boolean => fn === `${client.id}-${ID}`;

/** Makes the first event as fast as any: everything that the SDK does once is done here. */
export async function warmUp(client: Inngest, transport: Transport): Promise<void> {
  for (let call = 0; call < CALLS; call += 1) {
    await transport.call({
      fn: `${client.id}-${ID}`,
      runId: ID,
      execution: ID,
      event: { name: ID, data: {} },
      steps: {},
      attempt: 0,
      maxAttempts: 1,
    });
  }
}
