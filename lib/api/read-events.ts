import type { z } from "zod";
import { Invalid } from "@/lib/errors";
import { eventBatch, eventInput, idempotencyKey } from "./schemas/events";
import { validate } from "./validate";

export interface SentEvents {
  events: z.output<typeof eventInput>[];
  batch: boolean;
}

/**
 * The events of a request, one or a batch, with the `Idempotency-Key` header merged in. Throws Invalid for a wrong
 * envelope, for a header beside a batch, and for a header that differs from the field.
 */
export function readEvents(body: Record<string, unknown>, headers: Headers): SentEvents {
  const header = headers.get("idempotency-key");
  if ("events" in body) {
    if (header !== null) {
      throw invalid(
        "Idempotency-Key",
        "This header is for a single event. Give each event of a batch its own.",
      );
    }
    return { events: validate(eventBatch, body).events, batch: true };
  }
  const event = validate(eventInput, body);
  if (header === null) return { events: [event], batch: false };
  const key = validate(idempotencyKey, header);
  if (event.idempotencyKey != null && event.idempotencyKey !== key) {
    throw invalid("idempotencyKey", "This differs from the Idempotency-Key header. Leave one of them out.");
  }
  return { events: [{ ...event, idempotencyKey: key }], batch: false };
}

const invalid = (path: string, message: string) => new Invalid(`${path}: ${message}`, [{ path, message }]);
