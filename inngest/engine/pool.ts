import postgres from "postgres";
import type { Sql } from "@/db/client";
import { isDatabaseAway } from "@/db/availability";

// Longer than any statement of the engine takes; a connection that is silent for so long is given up.
export const STATEMENT_DEADLINE_MS = 15_000;
const CONNECT_TIMEOUT_S = 5;

/** A statement without an answer: whether it was carried out is unknown. */
class Unanswered extends Error {
  override name = "Unanswered";
  readonly code = "CONNECTION_CLOSED";
}

/**
 * Connections that survive any outage: after a connection error the whole client is replaced, since a client that lost
 * sockets in the middle of a write may keep bytes of theirs for the next one.
 */
export class Pool {
  #sql: Sql;
  #ended = false;

  constructor(
    private readonly url: string,
    private readonly max: number,
    /** Called after a connection of the pool is gone, for whatever reason. */
    private readonly onLoss: () => void = () => {},
  ) {
    this.#sql = this.#open();
  }

  /** The current client, for what lives as long as it: listeners, session locks. */
  get sql(): Sql {
    return this.#sql;
  }

  /** One statement. Rejects like the driver; after a connection error the next run has fresh connections. */
  async run<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    if (this.#ended) throw new Error("The engine has stopped.");
    const sql = this.#sql;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Unanswered("Postgres did not answer.")), STATEMENT_DEADLINE_MS);
    });
    try {
      return await Promise.race([work(sql), deadline]);
    } catch (error) {
      if (isDatabaseAway(error)) this.#replace(sql);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#sql.end({ timeout: 2 });
  }

  #replace(failed: Sql): void {
    if (failed !== this.#sql || this.#ended) return;
    this.#sql = this.#open();
    // Statements on its healthy connections may still finish.
    failed.end({ timeout: 5 }).catch(() => {});
  }

  #open(): Sql {
    const sql: Sql = postgres(this.url, {
      max: this.max,
      fetch_types: false,
      max_lifetime: null,
      connect_timeout: CONNECT_TIMEOUT_S,
      onnotice: () => {},
      onclose: () => {
        if (sql === this.#sql && !this.#ended) this.onLoss();
      },
      connection: SESSION,
    });
    return sql;
  }
}

// The engine's statements join a handful of rows by primary key. Without statistics, on fresh tables, the planner would
// rather read whole tables or walk partial indexes, and it would plan anew each time.
const SESSION = {
  application_name: "carillon engine",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  jit: "off",
  plan_cache_mode: "force_generic_plan",
  statement_timeout: STATEMENT_DEADLINE_MS,
} as const;
