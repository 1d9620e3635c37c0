import type { InspectorReading, SignatureCheck } from "@/lib/operations/read-inspector";
import type { ProviderId } from "@/lib/providers/provider";

/** A request as the browser gets it: times as ISO 8601. */
export interface Arrival {
  id: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  receivedAt: string;
  signature: SignatureCheck;
}

/** What the page keeps current. */
export interface Arrivals {
  requests: Arrival[];
}

export const asWire = (reading: InspectorReading): Arrivals => ({
  requests: reading.requests.map((request) => ({
    ...request,
    receivedAt: request.receivedAt.toISOString(),
  })),
});

/** What a body was made for, and its JSON; null when it is no JSON object. */
export function recognise(body: string): { provider: ProviderId; payload: Record<string, unknown> } | null {
  const payload = parseObject(body);
  if (payload === null) return null;
  if (payload.type === "message" && Array.isArray(payload.attachments)) return { provider: "teams", payload };
  if (typeof payload.text === "string" && Array.isArray(payload.blocks))
    return { provider: "slack", payload };
  return { provider: "webhook", payload };
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
