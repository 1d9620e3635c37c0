import { cron } from "inngest";
import { sweepStalled as sweep } from "@/lib/operations/sweep-stalled";
import { inParts } from "@/lib/parts";
import { inngest } from "../client";
import { deliveryDue, eventsReceived, redeliveryRequested } from "../events";
import { MAX_EVENTS_PER_SEND, ONE_CALL } from "./steps";

/**
 * Announces anew what should have moved by now. The engine ids are fresh ones: whatever the engine remembers of the first
 * announcement, this one starts a run, and a run too many finds nothing to do.
 */
export const sweepStalled = inngest.createFunction(
  { id: "sweep-stalled", triggers: [cron("* * * * *")], retries: 2, checkpointing: ONE_CALL },
  async ({ step, runId }) => {
    const { intakes, deliveries, redeliveries } = await step.run("sweep", () => sweep());
    const announcements = [
      ...intakes.map((group, index) => eventsReceived.create(group, { id: `swept-${runId}-e${index}` })),
      ...deliveries.map(({ id: deliveryId, workspaceId, channelId }, index) =>
        deliveryDue.create({ workspaceId, channelId, deliveryId }, { id: `swept-${runId}-d${index}` }),
      ),
      ...redeliveries.map(({ id: redeliveryId, workspaceId }, index) =>
        redeliveryRequested.create({ workspaceId, redeliveryId }, { id: `swept-${runId}-r${index}` }),
      ),
    ];
    for (const [index, part] of inParts(announcements, MAX_EVENTS_PER_SEND).entries()) {
      await step.sendEvent(`announce-${index}`, part);
    }
    return { intakes: intakes.length, deliveries: deliveries.length, redeliveries: redeliveries.length };
  },
);
