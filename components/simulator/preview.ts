import type { EventData, EventType } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { describe } from "@/lib/messages/describe";
import type { Message } from "@/lib/messages/message";
import type { ProviderId, RenderContext, RenderWarning } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { limitsOf, type Limit } from "./limits";

/** Everything that the simulator shows of one event for one provider. */
export interface Preview {
  event: Event;
  message: Message;
  /** The very value that the sender would get from `render`. */
  payload: unknown;
  /** The bytes that would be sent. */
  body: string;
  warnings: RenderWarning[];
  limits: Limit[];
}

/** Renders an event exactly as the sender does: the same functions, the same order. `event.data` must be valid. */
export function preview(provider: ProviderId, event: Event, context: RenderContext): Preview {
  const message = describe(event, context);
  const { payload, body, warnings } = providers[provider].render(event, () => message, context);
  return { event, message, payload, body, warnings, limits: limitsOf(provider, payload, body) };
}

const SAMPLE_EVENT_ID = "evt_0190f3c2-7a51-7cc3-98c4-dc0c0c07398f";

/** An event that never happened, around sample or edited data. */
export const sampleEvent = (
  type: EventType,
  data: EventData,
  workspaceId: string,
  createdAt: string,
): Event => ({
  id: SAMPLE_EVENT_ID,
  type,
  workspaceId,
  projectId: null,
  actorId: null,
  createdAt,
  data,
  test: false,
});
