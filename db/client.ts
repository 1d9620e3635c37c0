import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
export type Sql = postgres.Sql;

interface Clients {
  database: Database;
  raw: Sql;
  end(): Promise<void>;
}

// On globalThis: Next bundles routes separately, and each bundle would open a pool of its own.
const shared = globalThis as typeof globalThis & { carillonClients?: Clients };

/** The Drizzle database of this process. Connects on first use, never at import. */
export const db = (): Database => clients().database;

/** Plain postgres.js for the hot statements. A client of its own: Drizzle changes the serializers of the one it gets. */
export const rawSql = (): Sql => clients().raw;

const CONNECT_SECONDS = 5;
const RECONNECT_SECONDS = 0.2;

/**
 * Opens both clients on one URL; tests use it for databases of their own.
 * @param options.onLoss called when a connection ends that nobody has ended
 */
export function connect(url: string, options: { max?: number; onLoss?: () => void } = {}): Clients {
  const { max = env().DATABASE_POOL_SIZE, onLoss = () => {} } = options;
  let opened = false;
  let ended = false;
  const settings = {
    max,
    max_lifetime: null,
    // What the server says of itself when it lets somebody in.
    onparameter: () => {
      opened = true;
    },
    onclose: () => {
      if (opened && !ended) onLoss();
    },
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
      ended = true;
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
  if (shared.carillonClients) return shared.carillonClients;
  const opened = connect(env().DATABASE_URL, { onLoss: () => replace(opened) });
  return (shared.carillonClients = opened);
}

/** However often connections are lost or refused, clients are not renewed more often than this. */
const RENEW_EVERY_MS = 250;
/** Whoever has a statement or a transaction on a healthy connection of a replaced client may finish. */
const LAST_WORDS_MS = 10_000;

let renewedAt = -Infinity;

/**
 * After the loss of a connection the next caller gets new clients. The driver connects again by itself, but keeps what it
 * has read of the answer that was cut off: the next one on that connection would begin with holes, or end in the old error.
 */
function replace(lost: Clients): void {
  const now = performance.now();
  if (shared.carillonClients !== lost || now - renewedAt < RENEW_EVERY_MS) return;
  renewedAt = now;
  shared.carillonClients = undefined;
  setTimeout(() => void lost.end().catch(() => {}), LAST_WORDS_MS).unref();
}

/** The Postgres error code behind an exception of either client: `23505` for a broken unique index. */
export function postgresCode(error: unknown): string | undefined {
  const source = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof source === "object" && source !== null && "code" in source && typeof source.code === "string"
    ? source.code
    : undefined;
}
