import { runRedelivery } from "@/lib/operations/run-redelivery";
import { inngest } from "../client";
import { eventsReceived, redeliveryRequested } from "../events";
import { pipelineContext } from "./context";
import { ONE_CALL, outlasting, RETRIES } from "./steps";

/** Chunks of one run; two steps each stay far below Inngest's 1,000 a run. A longer job goes on in another run. */
const MAX_CHUNKS = 200;

/** Works through a bulk redelivery chunk by chunk. How far it is stands in the tables, not in the run. */
export const redeliver = inngest.createFunction(
  { id: "redeliver", triggers: [redeliveryRequested], retries: RETRIES, checkpointing: ONE_CALL },
  async ({ event, step, runId }) => {
    const { workspaceId, redeliveryId } = event.data;
    for (let chunk = 1; chunk <= MAX_CHUNKS; chunk++) {
      const next = await step.run(`chunk-${chunk}`, () =>
        outlasting(() =>
          runRedelivery(pipelineContext(workspaceId), { redeliveryId, runner: runId, takeOver: chunk === 1 }),
        ),
      );
      if (next.caused.length > 0) {
        const news = eventsReceived.create(
          { workspaceId, intakeIds: next.caused },
          { id: `caused-${runId}-${chunk}` },
        );
        await step.sendEvent(`announce-${chunk}`, news);
      }
      if (next.kind === "ended") return "ended";
      await step.sleepUntil(`pause-${chunk}`, next.until);
    }
    const another = redeliveryRequested.create(
      { workspaceId, redeliveryId },
      { id: `redelivery-${redeliveryId}-${runId}` },
    );
    await step.sendEvent("go-on", another);
    return "handed over";
  },
);
