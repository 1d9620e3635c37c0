import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** Secrets by what they are; each is long and random, so that a find is no accident. */
export type Canaries = Map<string, string>;

export const canary = (): string => `canary${randomBytes(12).toString("hex")}`;

/** Which secrets a text shows, whole or but for the last four characters, which masked URLs may show. */
export function findCanaries(canaries: Canaries, text: string): string[] {
  const lower = text.toLowerCase();
  return [...canaries]
    .filter(([, secret]) => lower.includes(secret.slice(0, -4).toLowerCase()))
    .map(([name]) => name);
}

/** Every row of every table, the engine's included, as text: what a copy of the database would show. */
export async function everyRow(databaseUrl: string): Promise<Map<string, string>> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    const rows = new Map<string, string>();
    for (const { name } of tables) {
      const found = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      rows.set(name, found.map(({ row }) => row).join("\n"));
    }
    return rows;
  } finally {
    await sql.end();
  }
}
