import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { postgresCode } from "./client";

/** Any number, the same in every process that migrates: the second one waits and then finds nothing to do. */
const MIGRATION_LOCK = 4_727_001;

/** Creates the database of `url` if it is absent and brings it up to the newest migration. Safe to run at once. */
export async function migrate(url: string): Promise<void> {
  await createDatabaseIfAbsent(url);
  await withClient(url, async (client) => {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    // Search in the logs needs trigrams; a trusted extension, so the owner of a database may add it.
    await client`create extension if not exists pg_trgm`;
    await applyMigrations(drizzle(client, { casing: "snake_case" }), {
      migrationsFolder: join(import.meta.dirname, "..", "drizzle"),
    });
  });
}

async function createDatabaseIfAbsent(url: string): Promise<void> {
  try {
    await withClient(url, async (client) => void (await client`select 1`));
  } catch (error) {
    // 3D000: the database does not exist.
    if (postgresCode(error) !== "3D000") throw error;
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    await withClient(siblingUrl(url, "postgres"), async (client) => {
      await client.unsafe(`create database ${quoted(name)}`).catch((problem: unknown) => {
        // 42P04: somebody else was faster; 23505: in the same moment.
        if (!["42P04", "23505"].includes(postgresCode(problem) ?? "")) throw problem;
      });
    });
  }
}

/** The URL of another database on the same server. */
export function siblingUrl(url: string, database: string): string {
  const sibling = new URL(url);
  sibling.pathname = `/${encodeURIComponent(database)}`;
  return sibling.href;
}

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** One connection for one piece of work; its session locks end with it. */
async function withClient(url: string, work: (client: Sql) => Promise<void>): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
