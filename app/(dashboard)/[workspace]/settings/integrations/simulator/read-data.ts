import { MAX_EVENT_BYTES } from "@/lib/api/event-size";
import { parseJson } from "@/lib/api/parse-json";
import { ApiProblem } from "@/lib/api/problem";
import { Invalid } from "@/lib/errors";
import type { EventData } from "@/lib/events/catalogue";

/** The data of an event from JSON text, by the same rules as the API's. Throws Invalid. */
export function readData(text: string): EventData {
  if (Buffer.byteLength(text, "utf8") > MAX_EVENT_BYTES) throw new Invalid("The data is over 256 KiB.");
  const value = parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Invalid("The data must be an object.");
}

function parse(text: string) {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ApiProblem) throw new Invalid(error.detail, error.options.errors);
    throw error;
  }
}
