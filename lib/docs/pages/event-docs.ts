import { catalogue, EVENT_GROUPS, EVENT_TYPES, type EventType } from "@/lib/events/catalogue";
import { eventPath } from "./event-path";
import type { DocsPage } from "./page";

/** The page of an event type. */
export function eventPage(type: EventType): DocsPage {
  return {
    path: eventPath(type),
    title: type,
    summary: `${catalogue[type].label}: the fields, a sample, and how Teams, Slack and webhooks get it.`,
    sections: { when: "When it fires", fields: "Data fields", sample: "Sample", cards: "Cards" },
  };
}

export interface EventGroupDocs {
  group: string;
  /** Anchor of the group on the catalogue page. */
  anchor: string;
  types: { type: EventType; label: string; description: string; path: `/docs${string}` }[];
}

/** The catalogue by group, both in the order in which people read them. */
export const eventGroups = (): EventGroupDocs[] =>
  EVENT_GROUPS.map((group) => ({
    group,
    anchor: group.toLowerCase().replaceAll(" ", "-"),
    types: EVENT_TYPES.filter((type) => catalogue[type].group === group).map((type) => {
      const { label, description } = catalogue[type];
      return { type, label, description, path: eventPath(type) };
    }),
  }));
