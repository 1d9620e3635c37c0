import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../launch/root";

const page = readFileSync(join(ROOT, "docs", "guarantees.md"), "utf8");
const CITATION = /`([\w()[\]./-]+\.(?:ts|tsx|md))`(?::\s+“([^”]+)”)?/g;
const citations = [...page.matchAll(CITATION)].map(([, file = "", name]) => ({ file, name }));

test("every file that the guarantees cite exists", () => {
  expect(citations.length).toBeGreaterThan(60);
  expect(citations.map(({ file }) => file).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test("every test that the guarantees cite exists under that name", () => {
  const named = citations.filter(({ name }) => name !== undefined);
  expect(named.length).toBeGreaterThan(25);
  expect(named.length).toBe(page.match(/“/g)?.length);
  const missing = named.filter(({ file, name = "" }) => !textOf(file).includes(name.replace(/\s+/g, " ")));
  expect(missing).toEqual([]);
});

test("every promise says where it is kept and what shows it", () => {
  const promises = page.split("\n### ").slice(1);
  expect(promises.length).toBeGreaterThan(15);
  for (const promise of promises) {
    expect(promise).toMatch(/^- Enforced in: `/m);
    expect(promise).toMatch(/^- Shown by: `/m);
  }
});

const textOf = (file: string): string =>
  existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), "utf8") : "";
