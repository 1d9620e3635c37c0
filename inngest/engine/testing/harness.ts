import type { Inngest, InngestFunction } from "inngest";
import postgres from "postgres";
import type { Sql } from "@/db/client";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { log } from "@/lib/log";
import { embeddedClient } from "@/inngest/client";
import { createBridge, type Bridge } from "../bridge";
import { startEngine, type Engine, type EngineInput } from "../engine";
import { sendEvents } from "../store/send";

/** One process as far as the engine can tell: a client, its bridge and, once started, an engine. */
export interface Process {
  client: Inngest;
  bridge: Bridge;
  start(functions: InngestFunction.Any[], options?: Partial<EngineInput>): Promise<Engine>;
}

export interface Harness {
  url: string;
  /** A connection of the test's own. */
  sql: Sql;
  /** A further process on the same database. */
  process(): Process;
  /** Unfinished runs. */
  unfinished(): Promise<number>;
  close(): Promise<void>;
}

// Failures show in milliseconds what they show in minutes in production.
const QUICK: Partial<EngineInput> = { backoff: () => 10 };

/** A database of its own, or the one given, and engines on it; all gone after `close`. */
export async function createHarness(
  given?: Pick<TestDatabase, "url"> & Partial<TestDatabase>,
): Promise<Harness> {
  // What goes wrong here goes wrong on purpose.
  log().level = "silent";
  const database = given ?? (await createTestDatabase());
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  const engines: Engine[] = [];
  return {
    url: database.url,
    sql,
    process: () => {
      const bridge: Bridge = createBridge((events) => sendEvents(sql, events));
      const client = embeddedClient(bridge);
      const start: Process["start"] = async (functions, options) => {
        const engine = await startEngine({
          ...QUICK,
          client,
          bridge,
          functions,
          databaseUrl: database.url,
          ...options,
        });
        engines.push(engine);
        return engine;
      };
      return { client, bridge, start };
    },
    unfinished: async () => {
      const [row] = await sql<[{ count: number }]>`select count(*)::int as count from engine.jobs`;
      return row.count;
    },
    close: async () => {
      await Promise.all(engines.map((engine) => engine.stop(100)));
      await sql.end({ timeout: 1 });
      await database.drop?.();
    },
  };
}
