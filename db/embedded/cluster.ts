import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import { giveTo, runAs, type Identity } from "./identity";

/** An initialised data directory and the password of its superuser `postgres`. */
export interface Cluster {
  folder: string;
  password: string;
}

/**
 * Opens the cluster of a data folder, or makes it: beside its final name and renamed when whole, so that a crash leaves
 * no half cluster; unless `durable` is off, all of it is on the disk by then. The major version is part of the name: no
 * server meets another version's files.
 */
export async function openCluster(
  where: { home: string; dataFolder: string; durable: boolean },
  binaries: Binaries,
  identity: Identity | undefined,
): Promise<Cluster> {
  const folder = join(where.home, `pgdata-${binaries.major}`);
  const passwordFile = join(where.dataFolder, "postgres-password");
  if (existsSync(folder) && existsSync(passwordFile)) {
    return { folder, password: readFileSync(passwordFile, "utf8").trim() };
  }
  if (existsSync(folder)) leaveBehind(folder, where, passwordFile);
  const password = randomBytes(24).toString("base64url");
  const partial = `${folder}.tmp`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  giveTo(partial, identity);
  await initialise({ ...where, partial, password }, binaries, identity);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  renameSync(partial, folder);
  return { folder, password };
}

/** A cluster outside a data folder that was deleted belongs to nobody any more; inside, only its password is lost. */
function leaveBehind(
  folder: string,
  where: { home: string; dataFolder: string },
  passwordFile: string,
): void {
  if (where.home === where.dataFolder) {
    throw new Error(`${passwordFile} is missing. Restore it, or move ${folder} away to start empty.`);
  }
  renameSync(folder, `${folder}.left-${Date.now()}`);
}

async function initialise(
  { partial, home, durable, password }: { partial: string; home: string; durable: boolean; password: string },
  binaries: Binaries,
  identity: Identity | undefined,
): Promise<void> {
  const handover = join(home, `initdb-password-${process.pid}`);
  writeFileSync(handover, password, { mode: 0o600 });
  giveTo(handover, identity);
  const fixed = ["-D", partial, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${handover}`];
  if (!durable) fixed.push("--no-sync");
  try {
    const run = (locale: string[]) =>
      runInitdb(binaries.initdb, [...fixed, "--encoding=UTF8", ...locale], {
        ...runAs(identity),
        cwd: partial,
      });
    const answer = await run(locale(binaries.major, "C.UTF-8"));
    // Not every system knows that locale; trigrams then see ASCII letters only, which slows some searches.
    const last = answer.ok || !/locale/.test(answer.output) ? answer : await run(locale(binaries.major, "C"));
    if (!last.ok) throw new Error(`Postgres could not be set up:\n${last.output.trim()}`);
  } finally {
    rmSync(handover, { force: true });
  }
}

/** The same sort order on every machine. From 17 on, upper and lower case of all letters come built in. */
const locale = (major: number, letters: "C.UTF-8" | "C"): string[] => [
  ...["--locale=C", `--lc-ctype=${letters}`],
  ...(major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []),
];

function runInitdb(
  command: string,
  args: string[],
  options: { uid?: number; gid?: number; cwd: string },
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
