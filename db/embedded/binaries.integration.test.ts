import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findBinaries, packageFolder } from "./binaries";
import { postgresIdentity } from "./identity";
import { systemFolder } from "./place";

// Clusters are set up from nothing, which takes a busy machine a while.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carillon-binaries-"));
  chmodSync(folder, 0o755);
  copy = join(folder, "package");
  cpSync(packageFolder() ?? "", copy, { recursive: true, verbatimSymlinks: true });
});
afterEach(() => {
  rmSync(systemFolder(copy, postgresIdentity()), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

test("packaged binaries run where install scripts were off, since the launcher makes their links", () => {
  removeLinks();
  const found = findBinaries(postgresIdentity(), copy);
  expect(found.postgres).toBe(join(copy, "native", "bin", "postgres"));
  expect(found.major).toBeGreaterThanOrEqual(18);
});

test("packaged binaries that the server's user can't reach are copied once to where it can", () => {
  removeLinks();
  chmodSync(folder, 0o700);
  const identity = postgresIdentity();
  const first = findBinaries(identity, copy);
  // An ordinary user reaches its own folder and needs no copy.
  expect(first.postgres.startsWith(copy)).toBe(identity === undefined);
  const made = lstatSync(first.postgres).ino;
  expect(lstatSync(findBinaries(identity, copy).postgres).ino).toBe(made);
});

test("without a package an installed Postgres is used, or the error names the remedies", () => {
  try {
    expect(findBinaries(postgresIdentity(), null).major).toBeGreaterThan(0);
  } catch (error) {
    expect(String(error)).toContain("set DATABASE_URL");
  }
});

function removeLinks(): void {
  const libraries = join(copy, "native", "lib");
  for (const name of readdirSync(libraries)) {
    if (lstatSync(join(libraries, name)).isSymbolicLink()) rmSync(join(libraries, name));
  }
}
