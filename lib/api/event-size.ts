import { MAX_DEPTH, type Json } from "./parse-json";
import { ApiProblem } from "./problem";

/** 256 KiB an event, as UTF-8 of its JSON without white space: the contract of the API. */
export const MAX_EVENT_BYTES = 256 * 1024;

/** An event may be as deep inside a batch as alone: the batch and its list come on top. */
export const depthOfEvents = (value: Json): number => (eventsOf(value) ? MAX_DEPTH + 2 : MAX_DEPTH);

/** Written without an exponent a number has at most four times as many digits: 9e15. Nothing else gets longer. */
const GROWTH = 4;

/**
 * Refuses an event that is too large, whatever else may be wrong with it. Throws ApiProblem (413).
 * @param text what `value` was parsed from
 */
export function requireEventSize(value: Json, text: string): void {
  if (Buffer.byteLength(text) * GROWTH <= MAX_EVENT_BYTES) return;
  const events = eventsOf(value);
  for (const [index, event] of (events ?? [value]).entries()) {
    if (utf8.encode(JSON.stringify(event)).length <= MAX_EVENT_BYTES) continue;
    const path = events ? `events.${index}` : "";
    const message = `${path === "" ? "The event" : path} is over 256 KiB. Send a link to large content instead.`;
    throw new ApiProblem("event_too_large", message, { errors: [{ path, message }] });
  }
}

const utf8 = new TextEncoder();

/** The list of a batch; null for anything else. */
function eventsOf(value: Json): Json[] | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  return Array.isArray(value.events) ? value.events : null;
}
