import { execFileSync } from "node:child_process";
import { chownSync } from "node:fs";

/** The user that Postgres runs as; undefined when that is simply the current one. */
export interface Identity {
  uid: number;
  gid: number;
  name: string;
}

/**
 * Postgres refuses to run as root. Root drops to `postgres`, else to `nobody`: initdb wants a user that the system
 * knows by name. Throws when root finds neither.
 */
export function postgresIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid, name };
  }
  throw new Error(
    "Postgres does not run as root, and this system has neither a user postgres nor a user nobody. " +
      "Start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Options for spawn that run a child as `identity`. */
export const runAs = (identity: Identity | undefined): { uid?: number; gid?: number } =>
  identity === undefined ? {} : { uid: identity.uid, gid: identity.gid };

/** Hands a path over to `identity`. */
export function giveTo(path: string, identity: Identity | undefined): void {
  if (identity !== undefined) chownSync(path, identity.uid, identity.gid);
}

function idOf(flag: "-u" | "-g", name: string): number | undefined {
  try {
    const id = Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return Number.isInteger(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
