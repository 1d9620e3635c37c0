import { catalogue, type EventType } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { describe } from "@/lib/messages/describe";
import type { ProviderId, Rendered, RenderContext } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";

/** Ids of an event that never happened; all pages show the same. */
export const SAMPLE_EVENT_ID = "evt_019e9a4c-2b1e-7c55-9d2a-3f6b8a1c0d4e";
export const SAMPLE_DELIVERY_ID = "whd_019e9a4c-2b3f-7d10-b6c4-5e7a9f8b1c2d";
export const SAMPLE_CREATED_AT = "2026-06-05T14:47:14.806Z";

/** Whose cards the documentation draws. */
export const SAMPLE_CONTEXT = {
  workspaceName: "Acme Academy",
  locale: "en",
  timeZone: "UTC",
  linkStyle: "buttons",
} as const satisfies RenderContext;

/** An event of a type with the catalogue's everyday sample as its data. */
export function sampleEvent(type: EventType): Event {
  const data = catalogue[type].samples.typical;
  return {
    id: SAMPLE_EVENT_ID,
    type,
    workspaceId: "ws_019e9a49-0d1c-7b2a-8c3d-4e5f60718293",
    projectId: idIn(data, "project"),
    actorId: idIn(data, "actor"),
    createdAt: SAMPLE_CREATED_AT,
    data,
    test: false,
  };
}

/** What each provider would send for that event: the sender's own functions in the sender's order. */
export function sampleBodies(type: EventType): Record<ProviderId, Rendered> {
  const event = sampleEvent(type);
  const message = describe(event, SAMPLE_CONTEXT);
  const render = (id: ProviderId) => providers[id].render(event, () => message, SAMPLE_CONTEXT);
  return { teams: render("teams"), slack: render("slack"), webhook: render("webhook") };
}

/** The sample names its project and actor in `data`; the envelope carries the same ids. */
function idIn(data: Record<string, unknown>, name: string): string | null {
  const value = data[name];
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  return typeof value.id === "string" ? value.id : null;
}
