import type { OperationDocs } from "@/lib/docs/api/operations";
import type { DocsPage } from "./page";

/** The tags of the API's document, in its order, each with what its page says first. */
export const API_TAGS = {
  Events: "Report what happened, read it back, and send it again.",
  Channels: "Where events go: add, change, test and delete channels, and replace their secrets.",
  Deliveries: "What was sent, what came back, and how to send it once more.",
  Projects: "The optional scope of events and channels.",
  "Event types": "The catalogue with its schemas, for code that wants to know.",
} as const;

export type ApiTag = keyof typeof API_TAGS;

export const isApiTag = (tag: string): tag is ApiTag => Object.hasOwn(API_TAGS, tag);

/** The last part of a tag's address. */
export const tagSlug = (tag: string): string => tag.toLowerCase().replaceAll(" ", "-");

/** The page of a tag: one section for each call. */
export const apiPage = (tag: ApiTag, operations: readonly OperationDocs[]): DocsPage => ({
  path: `/docs/api/${tagSlug(tag)}`,
  title: tag,
  summary: API_TAGS[tag],
  sections: Object.fromEntries(operations.map(({ id, summary }) => [id, summary])),
});
