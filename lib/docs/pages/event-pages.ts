import type { DocsPage } from "./page";

export const eventPages = {
  events: {
    path: "/docs/events",
    title: "Event catalogue",
    summary: "Every event type with the moment it stands for, its fields, a sample and its cards.",
    sections: { conventions: "What all types share", types: "All event types" },
  },
  payload: {
    path: "/docs/payload",
    title: "Payload schema",
    summary: "The JSON body that a webhook receives, field by field.",
    sections: {
      body: "The body",
      fields: "Fields",
      changes: "Changes",
      compatibility: "What may change",
      messages: "Teams and Slack bodies",
    },
  },
  headers: {
    path: "/docs/headers",
    title: "Request headers",
    summary: "What every request carries besides its body, and which headers you may add.",
    sections: {
      list: "Headers of a webhook",
      test: "Tests",
      chat: "Teams and Slack",
      custom: "Your own headers",
    },
  },
} as const satisfies Record<string, DocsPage>;
