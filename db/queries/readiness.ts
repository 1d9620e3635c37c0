import type { Sql } from "@/db/client";
import journal from "@/drizzle/meta/_journal.json";

/** Whether the newest migration of this build has been applied. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return false;
  const [row] = await sql<[{ applied: boolean }]>`
    select coalesce(max(created_at), 0) >= ${newest} as applied from drizzle.__drizzle_migrations`;
  return row.applied;
}

export async function hasWorkspace(sql: Sql): Promise<boolean> {
  const [row] = await sql<[{ found: boolean }]>`select exists (select from workspaces) as found`;
  return row.found;
}
