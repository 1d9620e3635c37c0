import type { DocsPage } from "./page";

export const startPages = {
  overview: {
    path: "/docs",
    title: "Documentation",
    summary: "Report what happened in your services once; Carillon tells Teams, Slack and your own systems.",
    sections: { parts: "The parts", promises: "What you can rely on" },
  },
  quickStart: {
    path: "/docs/quick-start",
    title: "Quick start",
    summary: "From a fresh clone to a signed webhook on your own machine in five minutes.",
    sections: {
      start: "Start Carillon",
      send: "Send an event",
      watch: "See it arrive",
      receive: "Receive it yourself",
      next: "Where to go next",
    },
  },
  sendingEvents: {
    path: "/docs/sending-events",
    title: "Sending events",
    summary: "API keys, single events and batches, idempotency, limits, and the client for your services.",
    sections: {
      keys: "API keys",
      single: "One event",
      batch: "A batch",
      idempotency: "Idempotency keys",
      limits: "Limits",
      client: "The client module",
      outbox: "Never lose an event: the outbox",
    },
  },
  channels: {
    path: "/docs/channels",
    title: "Channels and filters",
    summary: "Where events go: Teams, Slack and webhook channels, and which events each of them gets.",
    sections: {
      providers: "Three providers",
      teams: "Microsoft Teams",
      slack: "Slack",
      webhook: "Webhooks",
      "event-filter": "Event filter",
      "project-filter": "Project filter",
      tests: "Tests",
      health: "Health and switching off",
    },
  },
} as const satisfies Record<string, DocsPage>;
