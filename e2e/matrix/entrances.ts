import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

// Everything by which somebody gets in, read from the files that make it: what is new is found, not listed by hand.

const ROOT = join(import.meta.dirname, "..", "..");

/** The addresses of all pages, as Next maps them: `/[workspace]/settings/members`. */
export const pages = (): string[] => files("page.tsx").map(addressOf).sort();

/** The addresses of all route handlers with the methods that each exports. */
export const handlers = (): { address: string; methods: string[] }[] =>
  files("route.ts").map((file) => ({
    address: addressOf(file),
    methods: [...new Set(read(file).match(/\b(GET|POST|PUT|PATCH|DELETE)\b/g) ?? [])],
  }));

/** All server actions: what the files marked "use server" export. */
export const actions = (): { file: string; name: string }[] =>
  sources()
    .filter((file) => /^\s*["']use server["']/.test(read(file)))
    .flatMap((file) =>
      [...read(file).matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(([, name = ""]) => ({
        file,
        name,
      })),
    );

/** Where "use server" stands elsewhere than at the top of a file: such actions would be missed here. */
export const inlineActions = (): string[] =>
  sources().filter((file) => /^[ \t]+["']use server["']/m.test(read(file)));

/** The address of a file of the app: groups in brackets are left out. */
export const addressOf = (file: string): string => {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
};

const sources = (): string[] =>
  readdirSync(join(ROOT, "app"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

const files = (name: string): string[] => sources().filter((file) => file.endsWith(`/${name}`));

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
