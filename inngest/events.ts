import { eventType } from "inngest";
import { z } from "zod";

/** Events of one announcement, as many as a batch of the API: their ids travel inside one engine event, 4 kB at most. */
export const MAX_ANNOUNCED_EVENTS = 100;

const id = z.string().min(1).max(100);

// Engine events carry ids only, never data: what they mean is read from the tables when the run starts.

/** Events were ingested and wait for their routing plan. */
export const eventsReceived = eventType("carillon/events.received", {
  schema: z.object({ workspaceId: id, eventIds: z.array(id).min(1).max(MAX_ANNOUNCED_EVENTS) }),
});

/** A delivery wants its durable run: attempts, waits and retries. */
export const deliveryDue = eventType("carillon/delivery.due", {
  schema: z.object({ workspaceId: id, channelId: id, deliveryId: id }),
});

/** A person or key asked for a bulk redelivery. */
export const redeliveryRequested = eventType("carillon/redelivery.requested", {
  schema: z.object({ workspaceId: id, redeliveryId: id }),
});
