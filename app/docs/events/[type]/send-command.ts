import { shellQuote } from "@/lib/docs/api/curl";
import { catalogue, type EventType } from "@/lib/events/catalogue";
import { origin } from "../../_docs/origin";

/** A shell command that reports the sample of a type. */
export function sendCommand(type: EventType): string {
  const body = JSON.stringify({ type, data: catalogue[type].samples.typical }, null, 2);
  return [
    `curl -sS ${origin()}/api/v1/events \\`,
    `  -H "Authorization: Bearer $CARILLON_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d ${shellQuote(body)}`,
  ].join("\n");
}
