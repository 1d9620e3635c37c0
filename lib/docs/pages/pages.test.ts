import { expect, test } from "vitest";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { ERROR_CODES } from "@/lib/delivery/status";
import { PROBLEMS } from "@/lib/api/problem-codes";
import { eventGroups } from "./event-docs";
import { allPages, navigation, neighbours, type NavEntry } from "./navigation";
import { docsPages, DOCS_GROUPS } from "./pages";

const paths = allPages([]).map(({ page }) => page.path);

test("every written page stands under exactly one heading", () => {
  const listed = DOCS_GROUPS.flatMap(({ pages }) => pages);
  expect([...listed].sort()).toEqual(Object.keys(docsPages).sort());
});

test("every page has a path, a title and a summary of its own", () => {
  expect(new Set(paths).size).toBe(paths.length);
  const pages = Object.values(docsPages);
  expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  expect(pages.filter(({ summary }) => !summary.endsWith("."))).toEqual([]);
});

test("every event type has a page, and the catalogue leads to it", () => {
  const inCatalogue = eventGroups().flatMap(({ types }) => types.map(({ type }) => type));
  expect(inCatalogue).toEqual([...EVENT_TYPES]);
  expect(paths.filter((path) => path.startsWith("/docs/events/"))).toEqual(
    EVENT_TYPES.map((type) => `/docs/events/${type}`),
  );
});

test("the navigation leads to every page", () => {
  const collect = (entries: NavEntry[]): string[] =>
    entries.flatMap(({ path, children }) => [path, ...collect(children ?? [])]);
  const reached = navigation([]).flatMap(({ entries }) => collect(entries));
  expect(paths.filter((path) => !reached.includes(path))).toEqual([]);
});

test("previous and next go through all pages in order, and end at the ends", () => {
  const pages = allPages([]);
  const walked = [pages[0]?.page.path];
  for (let next = neighbours(pages, paths[0] ?? "").next; next; next = neighbours(pages, next.path).next) {
    walked.push(next.path);
  }
  expect(walked).toEqual(paths);
  expect(neighbours(pages, paths[0] ?? "").previous).toBeUndefined();
  expect(neighbours(pages, "/docs/nowhere")).toEqual({ previous: undefined, next: undefined });
});

test("codes of the API and of deliveries share a page, so none may mean both", () => {
  expect(ERROR_CODES.filter((code) => Object.hasOwn(PROBLEMS, code))).toEqual([]);
  const anchors = [...ERROR_CODES, ...Object.keys(PROBLEMS)];
  expect(anchors.filter((code) => Object.hasOwn(docsPages.errors.sections, code))).toEqual([]);
});
