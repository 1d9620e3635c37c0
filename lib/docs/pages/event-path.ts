import type { EventType } from "@/lib/events/types";

/** Where the page of an event type is. */
export const eventPath = (type: EventType): `/docs${string}` => `/docs/events/${type}`;
