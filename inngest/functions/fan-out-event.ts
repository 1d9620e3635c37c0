import { fanOut } from "@/lib/operations/fan-out";
import { inParts } from "@/lib/parts";
import { inngest } from "../client";
import { deliveryDue, eventsReceived } from "../events";
import { pipelineContext } from "./context";
import { MAX_EVENTS_PER_SEND, ONE_CALL, outlasting, RETRIES } from "./steps";

/**
 * Routes events and makes the first attempts; what is left gets runs of its own. Repeating any part is safe: the operation
 * skips what is done, and engine events of one delivery or event carry the same id.
 */
export const fanOutEvent = inngest.createFunction(
  { id: "fan-out-event", triggers: [eventsReceived], retries: RETRIES, checkpointing: ONE_CALL },
  async ({ event, step, runId }) => {
    const { workspaceId, intakeIds } = event.data;
    const { due, announce } = await step.run("plan-and-send", () =>
      outlasting(() => fanOut(pipelineContext(workspaceId), { intakeIds })),
    );
    const runs = due.map(({ id: deliveryId, channelId }) =>
      deliveryDue.create({ workspaceId, channelId, deliveryId }, { id: `due-${deliveryId}` }),
    );
    const announcements = announce.map((ids, index) =>
      eventsReceived.create({ workspaceId, intakeIds: ids }, { id: `again-${runId}-${index}` }),
    );
    for (const [index, part] of inParts([...runs, ...announcements], MAX_EVENTS_PER_SEND).entries()) {
      await step.sendEvent(`hand-over-${index}`, part);
    }
  },
);
