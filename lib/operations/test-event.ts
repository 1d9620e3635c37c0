import type { NewEvent } from "@/db/queries/pipeline-events";
import type { AttemptRow } from "@/db/queries/pipeline-record";
import { catalogue, isEventType, type EventData, type EventType } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { Invalid, LimitReached } from "@/lib/errors";
import type { ProviderId } from "@/lib/providers/provider";
import { acceptEvent } from "./accept-event";
import { channelSlots, MAX_IN_FLIGHT_PER_CHANNEL, type Slot } from "./channel-slots";

/** A test that was sent, and the answer to it. */
export interface TestSent {
  eventId: string;
  deliveryId: string;
  provider: ProviderId;
  /** What was sent, byte for byte. */
  body: string;
  attempt: AttemptRow;
}

const DEFAULT_TYPE: EventType = "assignment.completed";

/**
 * The catalogue's everyday sample, or the given data, as an event of its own. Throws Invalid for a type that does not
 * exist and for data that does not fit its type.
 */
export function sampleEvent(
  workspaceId: string,
  type: string = DEFAULT_TYPE,
  given?: EventData,
): { event: Event; stored: NewEvent } {
  if (!isEventType(type)) {
    const message = "There is no such event type. GET /api/v1/event-types lists them.";
    throw new Invalid(message, [{ path: "eventType", message }]);
  }
  const data = given ?? catalogue[type].samples.typical;
  const accepted = acceptEvent({ type, data });
  if (!accepted.ok) throw new Invalid(`The data does not fit ${type}.`, accepted.errors);
  const { id, createdAt } = accepted.event;
  const event: Event = {
    ...{ id, type, workspaceId, data, projectId: null, actorId: null },
    ...{ createdAt: createdAt.toISOString(), test: true },
  };
  return { event, stored: accepted.event };
}

/** How long a person is kept waiting for a free slot. */
const PATIENCE_MS = 5_000;

/** A slot for a test, which counts among the channel's requests like any other. Throws LimitReached. */
export async function testSlot(channelId: string): Promise<Slot> {
  const slot = await channelSlots.acquire(channelId, performance.now() + PATIENCE_MS);
  if (slot) return slot;
  throw new LimitReached(
    `The receiver has not answered the ${MAX_IN_FLIGHT_PER_CHANNEL} requests before this one. Try again in a moment.`,
    PATIENCE_MS / 1000,
  );
}
