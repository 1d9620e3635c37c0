import { MAX_IN_FLIGHT_PER_CHANNEL } from "@/lib/operations/channel-slots";
import { performAttempt } from "@/lib/operations/perform-attempt";
import { inngest } from "../client";
import { deliveryDue, eventsReceived } from "../events";
import { pipelineContext } from "./context";
import { ONE_CALL, outlasting, RETRIES } from "./steps";

/** Turns of one run; two steps each stay far below Inngest's 1,000 a run. Whoever needs more gets another run. */
const MAX_TURNS = 200;

/** Takes one delivery to its end: attempt, wait, attempt … What each turn does is judged by the tables, not by the run. */
export const deliver = inngest.createFunction(
  {
    id: "deliver",
    triggers: [deliveryDue],
    retries: RETRIES,
    concurrency: { key: "event.data.channelId", limit: MAX_IN_FLIGHT_PER_CHANNEL },
    checkpointing: ONE_CALL,
  },
  async ({ event, step, runId }) => {
    const { workspaceId, channelId, deliveryId } = event.data;
    let reserved = false;
    for (let turn = 1; turn <= MAX_TURNS; turn++) {
      const next = await step.run(`attempt-${turn}`, () =>
        outlasting(() => performAttempt(pipelineContext(workspaceId), { deliveryId, channelId, reserved })),
      );
      if (next.caused.length > 0) {
        const news = eventsReceived.create(
          { workspaceId, intakeIds: next.caused },
          { id: `caused-${runId}-${turn}` },
        );
        await step.sendEvent(`announce-${turn}`, news);
      }
      if (next.kind === "done") return next.status;
      reserved = next.reserved;
      await step.sleepUntil(`wait-${turn}`, next.until);
    }
    const another = deliveryDue.create(
      { workspaceId, channelId, deliveryId },
      { id: `due-${deliveryId}-${runId}` },
    );
    await step.sendEvent("go-on", another);
    return "handed over";
  },
);
