import { createHash } from "node:crypto";

/** An event on its way into the engine. `payload` is what functions receive, as JSON. */
export interface SentEvent {
  id: string;
  name: string;
  payload: string;
  /** The function that an internal event is about; ordinary events have none. */
  source?: string;
}

/** A send that no retry will make valid. */
export class InvalidEvents extends Error {
  override name = "InvalidEvents";
  constructor(
    message: string,
    readonly status: 400 | 413,
  ) {
    super(message);
  }
}

// Limits of Inngest's own event API: 5,000 events a request, 512 KiB an event.
const MAX_EVENTS = 5000;
const MAX_EVENT_BYTES = 512 * 1024;
// Names and ids are index keys: Postgres refuses entries of more than a third of a page (2,704 bytes).
const MAX_NAME_LENGTH = 250;

interface RawEvent {
  name?: unknown;
  data?: unknown;
  id?: unknown;
}

/**
 * Reads the body of a send. Events without an id get one derived from the request's seed, which the SDK keeps over
 * its retries: a repeated request stores nothing twice. Throws InvalidEvents.
 */
export function readEvents(body: string, seed: string): SentEvent[] {
  const raw = JSON.parse(body) as RawEvent | RawEvent[];
  const events = Array.isArray(raw) ? raw : [raw];
  if (events.length > MAX_EVENTS) {
    throw new InvalidEvents(`${events.length} events in one send; at most ${MAX_EVENTS} are taken.`, 413);
  }
  const base = createHash("sha256").update(seed).digest("base64url").slice(0, 22);
  return events.map((event, index) => readEvent(event, `${base}-${index}`));
}

function readEvent(raw: RawEvent, derivedId: string): SentEvent {
  const name = readName("name", raw.name);
  const id = raw.id === undefined || raw.id === null || raw.id === "" ? derivedId : readName("id", raw.id);
  const payload = JSON.stringify({ ...raw, id, name, data: raw.data ?? {} });
  if (Buffer.byteLength(payload) > MAX_EVENT_BYTES) {
    throw new InvalidEvents(`Event ${name} is larger than ${MAX_EVENT_BYTES} bytes.`, 413);
  }
  return { id, name, payload };
}

function readName(field: string, value: unknown): string {
  if (typeof value !== "string" || value === "" || value.length > MAX_NAME_LENGTH || value.includes("\0")) {
    throw new InvalidEvents(
      `An event's ${field} must be 1 to ${MAX_NAME_LENGTH} characters without NUL.`,
      400,
    );
  }
  return value;
}
