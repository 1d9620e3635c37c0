import { eventType } from "inngest";
import { z } from "zod";
import { MAX_GROUPED_INTAKES } from "@/lib/operations/group-intakes";

const id = z.string().min(1).max(100);

// Engine events carry ids only, never data: what they mean is read from the tables when the run starts.

/** Events were ingested and wait for their routing plan, whole intakes of them. */
export const eventsReceived = eventType("carillon/events.received", {
  schema: z.object({ workspaceId: id, intakeIds: z.array(id).min(1).max(MAX_GROUPED_INTAKES) }),
});

/** A delivery wants its durable run: attempts, waits and retries. */
export const deliveryDue = eventType("carillon/delivery.due", {
  schema: z.object({ workspaceId: id, channelId: id, deliveryId: id }),
});

/** A person or key asked for a bulk redelivery. */
export const redeliveryRequested = eventType("carillon/redelivery.requested", {
  schema: z.object({ workspaceId: id, redeliveryId: id }),
});
