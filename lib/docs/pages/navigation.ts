import { eventGroups, eventPage } from "./event-docs";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { apiPage, isApiTag, tagSlug } from "./api-pages";
import type { OperationDocs } from "@/lib/docs/api/operations";
import type { DocsPage } from "./page";
import { docsPage, docsPages, DOCS_GROUPS, groupOf } from "./pages";

/** One entry of the navigation; `children` show while the reader is at the entry or below it. */
export interface NavEntry {
  title: string;
  path: string;
  /** An event type or a path: set in a fixed-width face. */
  mono?: true;
  children?: NavEntry[];
}

export interface NavGroup {
  label: string;
  entries: NavEntry[];
}

export type TaggedOperations = readonly { tag: string; operations: readonly OperationDocs[] }[];

/** The whole tree of the documentation. */
export const navigation = (api: TaggedOperations): NavGroup[] =>
  DOCS_GROUPS.map(({ label, pages }) => ({
    label,
    entries: pages.map((key) => {
      const { title, path } = docsPage(key);
      const children = key === "events" ? eventEntries() : key === "api" ? apiEntries(api) : undefined;
      return { title, path, ...(children && { children }) };
    }),
  }));

const eventEntries = (): NavEntry[] =>
  eventGroups().map(({ group, anchor, types }) => ({
    title: group,
    path: `${docsPages.events.path}#${anchor}`,
    children: types.map(({ type, path }) => ({ title: type, path, mono: true })),
  }));

const apiEntries = (api: TaggedOperations): NavEntry[] =>
  api.map(({ tag }) => ({ title: tag, path: `${docsPages.api.path}/${tagSlug(tag)}` }));

/** A page with the heading it stands under. */
export interface PlacedPage {
  page: DocsPage;
  group: string;
}

/** Every page in reading order: the types follow the catalogue, the calls follow the reference. */
export const allPages = (api: TaggedOperations): PlacedPage[] =>
  DOCS_GROUPS.flatMap(({ pages }) =>
    pages.flatMap((key) => {
      const group = groupOf(key);
      const own = { page: docsPage(key), group };
      if (key === "events") return [own, ...EVENT_TYPES.map((type) => ({ page: eventPage(type), group }))];
      if (key === "api") return [own, ...apiDocsPages(api).map((page) => ({ page, group }))];
      return [own];
    }),
  );

const apiDocsPages = (api: TaggedOperations): DocsPage[] =>
  api.flatMap(({ tag, operations }) => (isApiTag(tag) ? [apiPage(tag, operations)] : []));

/** The pages before and after one; undefined at the ends. */
export function neighbours(
  pages: readonly PlacedPage[],
  path: string,
): { previous: DocsPage | undefined; next: DocsPage | undefined } {
  const index = pages.findIndex(({ page }) => page.path === path);
  return { previous: pages[index - 1]?.page, next: index < 0 ? undefined : pages[index + 1]?.page };
}
