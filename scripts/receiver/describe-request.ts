import { checkSignatures } from "./signatures";
import type { ReceivedRequest } from "./start-receiver";

const SHOWN = ["x-aamu-event-type", "x-aamu-delivery-id", "x-aamu-signature"] as const;

/** A request as the receiver prints it: what came, who signed it, the body for reading. */
export function describeRequest(request: ReceivedRequest, secret: string | undefined): string {
  const { method, path, headers, body } = request;
  const shown = SHOWN.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`]));
  const lines = ["--- webhook received ---", `${method} ${path}`, ...shown, "", readable(body), ""];
  if (secret === undefined) return lines.join("\n");
  const verdicts = Object.entries(checkSignatures(headers, body, secret));
  return [...lines, ...verdicts.map(([name, verdict]) => `${name}: ${verdict}`), ""].join("\n");
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
