import type { Sql } from "@/db/client";
import journal from "@/drizzle/meta/_journal.json";

/** What a server says of itself. */
export interface ServerFacts {
  /** Such as `18.1`. */
  version: string;
  /** Such as 180001. */
  versionNumber: number;
  /** Its clock, in Unix milliseconds, while the question was answered. */
  clockMs: number;
}

export async function readServerFacts(sql: Sql): Promise<ServerFacts> {
  const [row] = await sql<[ServerFacts]>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as "versionNumber",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as "clockMs"`;
  return row;
}

/** How the migrations of a database compare with those of this build. */
export interface MigrationState {
  /** Names of those that were not applied, oldest first. */
  missing: string[];
  /** How many were applied that this build does not know: it is older than the database. */
  unknown: number;
}

export async function readMigrationState(sql: Sql): Promise<MigrationState> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  const applied = table?.exists
    ? await sql<{ when: number }[]>`select created_at::float8 as "when" from drizzle.__drizzle_migrations`
    : [];
  const done = new Set(applied.map((row) => row.when));
  const known = new Set(journal.entries.map((entry) => entry.when));
  return {
    missing: journal.entries.filter(({ when }) => !done.has(when)).map(({ tag }) => tag),
    unknown: [...done].filter((when) => !known.has(when)).length,
  };
}

/** A sealed value with what it is bound to. */
export interface SealedValue {
  workspaceId: string;
  rowId: string;
  field: "url" | "secret";
  sealed: string;
}

/** Sealed values of the newest channels of the whole installation. */
export function newestSealedValues(sql: Sql, limit: number): Promise<SealedValue[]> {
  return sql<SealedValue[]>`
    (select workspace_id as "workspaceId", id as "rowId", 'url' as field, url_sealed as sealed
      from channels where url_sealed is not null and deleted_at is null order by created_at desc limit ${limit})
    union all
    (select workspace_id, id, 'secret', sealed from channel_secrets order by created_at desc limit ${limit})`;
}

/** How many sealed values there are by the id of the key that sealed them. */
export function countSealedByKey(sql: Sql): Promise<{ keyId: string; count: number }[]> {
  return sql<{ keyId: string; count: number }[]>`
    select split_part(sealed, ':', 2) as "keyId", count(*)::int as count
    from (
      select url_sealed as sealed from channels where deleted_at is null
      union all select headers_sealed from channels where deleted_at is null
      union all select sealed from channel_secrets
    ) s
    where sealed is not null group by 1 order by 2 desc`;
}

/** Masked addresses of the newest channels in use, of the whole installation. */
export async function newestChannelAddresses(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql<{ address: string }[]>`
    select url_masked as address from channels
    where enabled and deleted_at is null and url_sealed is not null order by created_at desc limit ${limit}`;
  return rows.map(({ address }) => address);
}
