import type { Sql } from "@/db/client";
import { readServerFacts } from "@/db/queries/installation";
import { fail, ok, warn, type Finding } from "./finding";

// The oldest major version that the PostgreSQL project still mends (postgresql.org/support/versioning).
const OLDEST_SUPPORTED = 140_000;
/** The oldest on which a start, deliveries, a dump and its restore were tried; the tests run on 18. */
const OLDEST_TRIED = 150_000;

/** Whether the database can be reached, and is new enough. The password is never part of what it says. */
export async function checkDatabase(sql: Sql, url: string): Promise<Finding> {
  const { host, pathname } = new URL(url);
  const place = `${host}${decodeURIComponent(pathname)}`;
  try {
    const { version, versionNumber } = await readServerFacts(sql);
    const says = `Postgres ${version} answers at ${place}`;
    if (versionNumber < OLDEST_SUPPORTED) return fail("database", says, "Use version 14 or later.");
    return versionNumber < OLDEST_TRIED
      ? warn("database", says, "Nobody tried this version with Carillon: use 15 or later.")
      : ok("database", says);
  } catch (error) {
    return fail("database", `${place} can't be used: ${reasonOf(error)}`, remedyOf(error));
  }
}

function reasonOf(error: unknown): string {
  // A name with two addresses fails with one error for each.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

const remedyOf = (error: unknown): string =>
  REMEDIES[error instanceof Error && "code" in error ? String(error.code) : ""] ??
  "Start it, or correct DATABASE_URL.";

// Codes of appendix A of the Postgres manual.
const REMEDIES: Record<string, string> = {
  "28P01": "Correct the user or password in DATABASE_URL.",
  "28000": "Let this user in, or correct it in DATABASE_URL.",
  "3D000": "Start Carillon, which creates the database: npm start",
  "53300": "The server has no connection left: raise its max_connections, or lower DATABASE_POOL_SIZE.",
};
