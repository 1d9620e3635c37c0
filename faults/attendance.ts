import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { isRunning } from "@/db/embedded/processes";
import { until } from "@/db/testing/until";
import { SPECTATOR, type Product } from "./product";

/** A time without any worker that takes work, in epoch milliseconds. */
export interface Absence {
  from: number;
  until: number;
}

const LOOK_EVERY_MS = 100;

/**
 * Watches whether the product has a worker that is ready: what waits while there is none waits for the launcher, not for
 * anything that the engine or the pipeline does.
 */
export class Attendance {
  readonly #absences: Absence[] = [];
  #since: number | undefined;
  #watching: Promise<void> | undefined;
  #stopped = false;

  constructor(private readonly product: Product) {}

  start(): void {
    this.#watching = this.#watch();
  }

  /** Ends the watch; answers when nobody was there. */
  async stop(): Promise<readonly Absence[]> {
    this.#stopped = true;
    await this.#watching;
    this.#note(true);
    return this.#absences;
  }

  async #watch(): Promise<void> {
    let sql: postgres.Sql | undefined;
    while (!this.#stopped) {
      try {
        sql ??= connect(this.product.databaseUrl);
        this.#note(await isAttended(sql));
      } catch {
        // Without a database nobody can work, and this connection is of no use any more.
        this.#note(false);
        await sql?.end({ timeout: 0 }).catch(() => {});
        sql = undefined;
      }
      await sleep(LOOK_EVERY_MS);
    }
    await sql?.end({ timeout: 1 });
  }

  #note(attended: boolean): void {
    if (!attended) this.#since ??= Date.now() - LOOK_EVERY_MS;
    else if (this.#since !== undefined) {
      this.#absences.push({ from: this.#since, until: Date.now() });
      this.#since = undefined;
    }
  }
}

/** A connection that bears being ended at any moment: what the driver asks first by itself would fail where nobody waits. */
const connect = (url: string): postgres.Sql =>
  postgres(url, {
    ...{ max: 1, fetch_types: false, connect_timeout: 2, onnotice: () => {} },
    connection: { application_name: SPECTATOR },
  });

/** Resolves once a worker is there. */
export async function attended(product: Product): Promise<void> {
  const look = async () => {
    // Anew each time: Postgres itself may be starting again.
    const sql = connect(product.databaseUrl);
    try {
      return await isAttended(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  };
  await until(look, { timeoutMs: 120_000, everyMs: 250, what: "a worker that is ready" });
}

async function isAttended(sql: postgres.Sql): Promise<boolean> {
  const rows = await sql<{ pid: number }[]>`
    select pid from engine.workers where ready and seen_at > now() - interval '2 s'`;
  return rows.some(({ pid }) => isRunning(pid));
}

/** How long of the time between two moments somebody was there, in milliseconds. */
export function attendedMs(absences: readonly Absence[], from: number, until: number): number {
  const absent = absences.reduce(
    (sum, absence) => sum + Math.max(0, Math.min(absence.until, until) - Math.max(absence.from, from)),
    0,
  );
  return until - from - absent;
}
