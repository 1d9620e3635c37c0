import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runAs, type Identity } from "./identity";

/** Creates the data folder if need be and returns its real path. */
export function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return realpathSync(folder);
}

/**
 * Where the cluster of a data folder lives: in it, or, where the server's user can't get there (a repository under
 * root's home), in a system folder of the same purpose.
 */
export function clusterHome(folder: string, identity: Identity | undefined): string {
  return mayEnter(folder, identity) ? folder : systemFolder(folder, identity);
}

/**
 * A folder outside the repository, named after the app and a hash of `origin`, that `identity` can reach. /var/tmp
 * comes first: unlike /tmp it outlives a reboot (FHS 3.0, 5.15).
 */
export function systemFolder(origin: string, identity: Identity | undefined): string {
  const name = `carillon-${createHash("sha256").update(origin).digest("hex").slice(0, 12)}`;
  for (const parent of ["/var/tmp", tmpdir(), "/tmp"]) {
    if (!existsSync(parent) || !mayEnter(parent, identity)) continue;
    const folder = join(parent, name);
    if (makeOwn(folder)) return folder;
  }
  throw new Error(
    `${identity?.name ?? "The current user"} can't enter ${origin}, and no temporary folder can stand in for it. ` +
      "Set DATA_DIR to a folder that every user may enter, or set DATABASE_URL.",
  );
}

function makeOwn(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);
  } catch {
    // It exists, or can't be made: the check below tells.
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  // The name can be foreseen: a folder that someone else prepared must not be used.
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

// Asked of the system itself, since modes alone do not tell (access control lists, mount options).
const mayEnter = (folder: string, identity: Identity | undefined): boolean =>
  identity === undefined ||
  spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...runAs(identity), cwd: "/", stdio: "ignore" })
    .status === 0;
