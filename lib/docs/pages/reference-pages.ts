import type { DocsPage } from "./page";

export const referencePages = {
  api: {
    path: "/docs/api",
    title: "API reference",
    summary: "Every call of version 1, drawn from the OpenAPI document that the same schemas make.",
    sections: {
      basics: "Basics",
      authentication: "Authentication",
      paging: "Lists and paging",
      refusals: "Order of refusals",
      calls: "All calls",
    },
  },
  errors: {
    path: "/docs/errors",
    title: "Errors",
    summary: "Every code that the API answers and every code that an attempt can end with, with the remedy.",
    sections: {
      problems: "Errors of the API",
      attempts: "Errors of deliveries",
      statuses: "Statuses of receivers",
      routing: "Why an event was not sent",
    },
  },
  deployment: {
    path: "/docs/deployment",
    title: "Deployment",
    summary: "Run Carillon for others: database, keys, proxies, an Inngest server, backups and upgrades.",
    sections: {
      machine: "On one machine",
      database: "With your own Postgres",
      docker: "With Docker",
      public: "Behind a public address",
      engine: "With an Inngest server",
      vercel: "On Vercel",
      egress: "What may be reached",
      watch: "Health, readiness, metrics, logs",
      doctor: "When something is wrong",
      backup: "Backups",
      keys: "Changing keys",
      upgrade: "Upgrades",
    },
  },
  configuration: {
    path: "/docs/configuration",
    title: "Configuration",
    summary: "Every environment variable with its default.",
    sections: {
      how: "How it is read",
      web: "Web process",
      storage: "Storage and keys",
      delivery: "Delivery",
      limits: "Limits and retention",
      operation: "Operation",
      engine: "Engine",
    },
  },
  changelog: {
    path: "/docs/changelog",
    title: "Changelog",
    summary: "What changed from version to version.",
    sections: {},
  },
} as const satisfies Record<string, DocsPage>;
