import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import { ERROR_CODES } from "@/lib/delivery/status";
import { tagSlug } from "@/lib/docs/pages/api-pages";
import { eventPath } from "@/lib/docs/pages/event-path";
import { allPages, type TaggedOperations } from "@/lib/docs/pages/navigation";
import { docsPages } from "@/lib/docs/pages/pages";
import type { SearchEntry } from "./search";

/** What the search knows besides pages: names that come from elsewhere in the product. */
export interface SearchSources {
  api: TaggedOperations;
  /** Codes of the API's refusals with their titles. */
  problems: readonly { code: string; title: string }[];
  variables: readonly { name: string; description: string; path: string }[];
}

/** Everything that the search can find: pages, their headings, event types, calls, codes and variables. */
export const searchIndex = (sources: SearchSources): SearchEntry[] => [
  ...writtenEntries(sources.api),
  ...eventEntries(),
  ...callEntries(sources.api),
  ...codeEntries(sources),
  ...sources.variables.map(({ name, description, path }) => ({
    title: name,
    path,
    context: docsPages.configuration.title,
    words: description,
  })),
];

/** Pages and headings, but for those that are found by the names of types and calls. */
const writtenEntries = (api: TaggedOperations): SearchEntry[] =>
  allPages(api)
    .filter(({ page }) => !page.path.startsWith("/docs/events/") && !page.path.startsWith("/docs/api/"))
    .flatMap(({ page, group }) => [
      { title: page.title, path: page.path, context: group, words: page.summary },
      ...Object.entries(page.sections).map(([id, title]) => ({
        title,
        path: `${page.path}#${id}`,
        context: page.title,
        words: "",
      })),
    ]);

const eventEntries = (): SearchEntry[] =>
  EVENT_TYPES.map((type) => {
    const { label, description, group } = catalogue[type];
    return {
      title: type,
      path: eventPath(type),
      context: `Event · ${group}`,
      words: `${label} ${description}`,
    };
  });

const callEntries = (api: TaggedOperations): SearchEntry[] =>
  api.flatMap(({ tag, operations }) =>
    operations.map(({ id, summary, method, path }) => ({
      title: summary,
      path: `${docsPages.api.path}/${tagSlug(tag)}#${id}`,
      context: `${method} ${path}`,
      words: `${id} ${method} ${path}`,
    })),
  );

const codeEntries = ({ problems }: SearchSources): SearchEntry[] => [
  ...problems.map(({ code, title }) => ({
    title: code,
    path: `${docsPages.errors.path}#${code}`,
    context: "Error of the API",
    words: title,
  })),
  ...ERROR_CODES.map((code) => ({
    title: code,
    path: `${docsPages.errors.path}#${code}`,
    context: "Error of a delivery",
    words: "",
  })),
];
