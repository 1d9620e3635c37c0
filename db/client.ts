import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
export type Sql = postgres.Sql;

interface Clients {
  database: Database;
  raw: Sql;
}

// On globalThis: Next bundles routes separately, and each bundle would open a pool of its own.
const shared = globalThis as typeof globalThis & { carillonClients?: Clients };

/** The Drizzle database of this process. Connects on first use, never at import. */
export const db = (): Database => clients().database;

/** Plain postgres.js for the hot statements. A client of its own: Drizzle changes the serializers of the one it gets. */
export const rawSql = (): Sql => clients().raw;

const CONNECT_SECONDS = 5;
const RECONNECT_SECONDS = 0.2;

/** Opens both clients on one URL; tests use it for databases of their own. */
export function connect(url: string, options: { max?: number } = {}): Clients & { end(): Promise<void> } {
  const max = options.max ?? env().DATABASE_POOL_SIZE;
  const settings = {
    max,
    onnotice: () => {},
    connection: { application_name: "carillon" },
    // While the database is away, callers are to hear so soon, and to get in soon after it is back. The driver's own
    // pauses grow to 20 s.
    connect_timeout: CONNECT_SECONDS,
    backoff: () => RECONNECT_SECONDS,
  };
  const drizzleClient = postgres(url, settings);
  const raw = postgres(url, { ...settings, connection: { ...settings.connection, ...BY_KEY } });
  return {
    database: drizzle(drizzleClient, { schema, casing: "snake_case" }),
    raw,
    end: async () => {
      await Promise.all([drizzleClient.end({ timeout: 5 }), raw.end({ timeout: 5 })]);
    },
  };
}

/**
 * Planner settings of the hot statements, which find every row by its key: without statistics, as on fresh tables, the
 * planner would rather read whole tables. Planned once per connection.
 */
const BY_KEY = {
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  jit: "off",
  plan_cache_mode: "force_generic_plan",
} as const;

function clients(): Clients {
  shared.carillonClients ??= connect(env().DATABASE_URL);
  return shared.carillonClients;
}

/** The Postgres error code behind an exception of either client: `23505` for a broken unique index. */
export function postgresCode(error: unknown): string | undefined {
  const source = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof source === "object" && source !== null && "code" in source && typeof source.code === "string"
    ? source.code
    : undefined;
}
