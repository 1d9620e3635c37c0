import type { EventDataByType } from "./event-data";
import { post, type ClientOptions } from "./transport";

export { CarillonError, WebhookVerificationError, type FieldError, type VerificationFailure } from "./errors";
export type { ClientOptions } from "./transport";
export type { EventDataByType } from "./event-data";
export { verify, type VerifiedWebhook, type VerifyOptions, type WebhookRequest } from "./verify";

export type EventType = keyof EventDataByType;

/** An event to report. Without an `idempotencyKey` the client makes one, so that its own retries never send twice. */
export type NewEvent = {
  [Type in EventType]: {
    type: Type;
    data: EventDataByType[Type];
    projectId?: string;
    actorId?: string;
    /** When it happened, ISO 8601; else when it is received. */
    createdAt?: string;
    /** Your own id of what happened: reporting it twice is then harmless, even from another process. */
    idempotencyKey?: string;
  };
}[EventType];

export interface Accepted {
  id: string;
  /** The same key was used before: this is the first event's id, and nothing was sent again. */
  duplicate: boolean;
}

export interface Carillon {
  events: {
    /** Reports one event. Resolves when it is stored; delivery goes on by itself. */
    send(event: NewEvent): Promise<Accepted>;
    /** Reports up to 100 events, all or none of them, in order. */
    sendBatch(events: NewEvent[]): Promise<Accepted[]>;
  };
}

/** A client for services that report events. Needs nothing but `fetch` and `crypto`: Node 20, Deno, Bun, workers. */
export function createCarillon(options: ClientOptions): Carillon {
  return {
    events: {
      send: (event) => post<Accepted>(options, "/api/v1/events", withKey(event)),
      sendBatch: async (events) => {
        const { results } = await post<{ results: Accepted[] }>(options, "/api/v1/events", {
          events: events.map(withKey),
        });
        return results;
      },
    },
  };
}

const withKey = (event: NewEvent): NewEvent => ({
  ...event,
  idempotencyKey: event.idempotencyKey ?? crypto.randomUUID(),
});
