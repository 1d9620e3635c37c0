import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, warn, type Finding } from "./finding";

const MIB = 1024 * 1024;
// Postgres writes logs ahead in files of 16 MiB and stops when one can't be made; a GiB leaves time to act.
const LITTLE_SPACE_MIB = 1024;
const NO_SPACE_MIB = 100;

const SECRETS = ["encryption-key", "nextauth-secret", "postgres-password"];

/** Whether the embedded installation can write, has room, and keeps its keys to itself. */
export function checkDataFolder(folder: string): Finding[] {
  if (!existsSync(folder)) return [];
  return [checkWritable(folder), checkSpace(folder), ...checkSecretFiles(folder)];
}

function checkWritable(folder: string): Finding {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok("data folder", `${folder} can be read and written`);
  } catch {
    return fail(
      "data folder",
      `This user can't read and write ${folder}.`,
      "Run as the user that starts Carillon, or give the folder to this one.",
    );
  }
}

function checkSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MIB);
  const says = `${free >= 1024 ? `${Math.floor(free / 1024)} GiB` : `${free} MiB`} are free`;
  const remedy = "Make room, or keep less: RETENTION_DAYS and RETENTION_BODY_DAYS.";
  if (free < NO_SPACE_MIB) return fail("disk", says, remedy);
  return free < LITTLE_SPACE_MIB ? warn("disk", says, remedy) : ok("disk", says);
}

function checkSecretFiles(folder: string): Finding[] {
  const open = SECRETS.map((name) => join(folder, name)).filter(
    (file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0,
  );
  if (open.length === 0) return [];
  return [
    warn("key files", `Others on this machine may read ${open.join(", ")}.`, `chmod 600 ${open.join(" ")}`),
  ];
}
