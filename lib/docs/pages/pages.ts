import { eventPages } from "./event-pages";
import type { DocsPage } from "./page";
import { receivingPages } from "./receiving-pages";
import { referencePages } from "./reference-pages";
import { startPages } from "./start-pages";

/** Every written page. The pages of event types and API calls are made from the catalogue and the API's document. */
export const docsPages = { ...startPages, ...eventPages, ...receivingPages, ...referencePages } as const;

export type DocsPageKey = keyof typeof docsPages;

/** The anchors of a page. */
export type SectionOf<Key extends DocsPageKey> = keyof (typeof docsPages)[Key]["sections"] & string;

/** The pages under their headings, in reading order. */
export const DOCS_GROUPS: readonly { label: string; pages: readonly DocsPageKey[] }[] = [
  { label: "Get started", pages: ["overview", "quickStart", "sendingEvents", "channels"] },
  { label: "Events", pages: ["events", "payload", "headers"] },
  { label: "Receiving webhooks", pages: ["signatures", "retries", "idempotency", "localTesting"] },
  { label: "Reference", pages: ["api", "errors", "configuration", "deployment", "changelog"] },
];

/** A page without the exact types of its sections. */
export const docsPage = (key: DocsPageKey): DocsPage => docsPages[key];

/** Under which heading a page stands. */
export const groupOf = (key: DocsPageKey): string =>
  DOCS_GROUPS.find(({ pages }) => pages.includes(key))?.label ?? "";
