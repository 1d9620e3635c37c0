import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MAX_SLUG, RESERVED_SLUGS, slugFrom, slugProblem } from "./slug";

it.each([
  ["Harbour Team", "harbour-team"],
  ["  Épicerie — Zürich & Söhne!  ", "epicerie-zurich-sohne"],
  ["--a--", "a"],
  ["Команда", ""],
  ["x".repeat(200), "x".repeat(MAX_SLUG)],
])("makes a slug of %j", (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

it("never cuts a slug so that it ends in a hyphen", () => {
  const slug = slugFrom(`${"x".repeat(MAX_SLUG - 1)} more`);
  expect(slugProblem(slug)).toBeNull();
});

it.each([
  "a",
  "A-team",
  "two--hyphens",
  "-front",
  "back-",
  "sp ace",
  "ünder",
  "a/b",
  "",
  "x".repeat(MAX_SLUG + 1),
])("refuses %j", (slug) => {
  expect(slugProblem(slug)).not.toBeNull();
});

it.each(["docs", "api", "inspector", "sign-in", "invite", "setup", "reset", "account"])(
  "keeps %s for the product",
  (slug) => {
    expect(slugProblem(slug)).toMatch("of Carillon itself");
  },
);

it("keeps every page and handler of the product, whatever is added to it", () => {
  const own = segments(join(import.meta.dirname, "..", "..", "app"));
  expect(own).toContain("sign-in");
  expect(own.filter((segment) => !RESERVED_SLUGS.has(segment))).toEqual([]);
});

/** The first segments of the product's own addresses; groups have none of their own. */
const segments = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[_[]/.test(entry.name))
    .flatMap((entry) => (entry.name.startsWith("(") ? segments(join(folder, entry.name)) : [entry.name]));
