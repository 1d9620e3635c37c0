import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../launch/root";

/** One installed package, as the lockfile has it. */
export interface LockedPackage {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Licences that ask for no more than their text and the authors' names; the expressions are SPDX's. */
const PERMISSIVE = new Set([
  ...[
    "MIT",
    "ISC",
    "0BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "Unlicense",
    "CC0-1.0",
  ],
  ...["Python-2.0", "PSF-2.0", "OFL-1.1", "SIL OPEN FONT LICENSE", "CC-BY-4.0"],
]);

/** Packages with other terms, by the beginning of their names, and why they do no harm. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  "@img/sharp":
    "LGPL-3.0-or-later, a library of its own that is loaded, not built in; optional, and no page uses Next's pictures",
  lightningcss: "MPL-2.0, a tool of the build; unchanged, and nothing of it is delivered",
  "axe-core": "MPL-2.0, a tool of the tests",
  "@axe-core/": "MPL-2.0, a tool of the tests",
};

/** Packages by their place in `node_modules`, from package-lock.json. */
export function lockedPackages(): Map<string, LockedPackage> {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  return new Map(Object.entries(lock.packages));
}

export const nameOf = (place: string): string => place.replace(/^.*node_modules\//, "");

/** Whether one's choice among its terms is permissive: `A OR B` gives a choice, `A AND B` does not. */
export function isPermissive(license: string | undefined): boolean {
  if (license === undefined) return false;
  const plain = license.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" OR ")) return plain.split(" OR ").some(isPermissive);
  return plain.split(" AND ").every((one) => PERMISSIVE.has(one));
}

/** Packages whose terms are neither permissive nor explained. */
export const unexplained = (packages: ReadonlyMap<string, LockedPackage>): string[] =>
  [...packages]
    .filter(([place, { license }]) => place !== "" && !isPermissive(license))
    .filter(([place]) => !Object.keys(EXPLAINED).some((start) => nameOf(place).startsWith(start)))
    .map(([place, { license = "no licence" }]) => `${nameOf(place)}: ${license}`);

/** How many packages have which licence, the most frequent first. */
export function byLicence(packages: ReadonlyMap<string, LockedPackage>): [licence: string, count: number][] {
  const counts = new Map<string, number>();
  for (const [place, { license = "none" }] of packages) {
    if (place !== "") counts.set(license, (counts.get(license) ?? 0) + 1);
  }
  return [...counts].sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1));
}
