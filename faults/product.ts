import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { runningPostmaster } from "@/db/embedded/postmaster";
import { isRunning, signal } from "@/db/embedded/processes";
import { findBinaries } from "@/db/embedded/binaries";
import { postgresIdentity } from "@/db/embedded/identity";
import { until } from "@/db/testing/until";
import {
  dataFolder,
  processOf,
  processesOf,
  startProduct,
  type DataFolder,
  type OwnProduct,
} from "@/e2e/launcher/own-product";
import type { Entrance } from "./load";

/** A part of the product that runs as a process of its own. */
export type Part = "worker" | "web" | "postgres";

export const PARTS: readonly Part[] = ["worker", "web", "postgres"];

const COMMANDS: Record<Part, RegExp> = {
  worker: /carillon-worker\.mjs/,
  web: /next-server|next\/dist\/bin\/next start/,
  postgres: /bin\/postgres -D/,
};

/** What every product under test is started with: retries in seconds, and a sweep that soon calls something stalled. */
const SETTINGS = { RETRY_SCHEDULE: "1,1,2,2,3", STALLED_AFTER: "5", LOG_LEVEL: "error" };

/** What the API asks for while its database is away: `Retry-After: 2`. */
const BETWEEN_CALLS_MS = 2_000;
const CALLS = 5;

/** By this name Postgres knows those who only look: no part of the product, and spared where its connections are ended. */
export const SPECTATOR = "faults";

/** The product as `npm start` runs it, on a data folder of its own. */
export class Product implements Entrance {
  private constructor(
    readonly folder: DataFolder,
    private started: OwnProduct,
    private readonly environment: Record<string, string>,
  ) {}

  static async start(environment: Record<string, string> = {}, folder = dataFolder()): Promise<Product> {
    const all = { ...SETTINGS, ...environment };
    const product = new Product(folder, await startProduct(folder.path, all), all);
    await product.started.ready();
    return product;
  }

  get origin(): string {
    return this.started.origin;
  }

  get apiKey(): string {
    return this.environment.DEMO_API_KEY ?? this.started.apiKey;
  }

  /** All that its processes printed so far. */
  output(): string {
    return this.started.output();
  }

  /** Where its Postgres is now, for a second product or a test to connect to. */
  get databaseUrl(): string {
    const { major } = findBinaries(postgresIdentity());
    const postmaster = runningPostmaster(join(this.folder.path, `pgdata-${major}`));
    if (postmaster === undefined) throw new Error("The product's Postgres does not run.");
    const password = readFileSync(join(this.folder.path, "postgres-password"), "utf8").trim();
    return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${postmaster.port}/carillon`;
  }

  /** What a second product needs to share its database: address and keys. */
  get sharing(): Record<string, string> {
    const key = (name: string) => readFileSync(join(this.folder.path, name), "utf8").trim();
    return {
      DATABASE_URL: this.databaseUrl,
      NEXTAUTH_SECRET: key("nextauth-secret"),
      ENCRYPTION_KEY: key("encryption-key"),
      APP_URL: this.origin,
      DEMO_API_KEY: this.apiKey,
      EGRESS_ALLOW: "127.0.0.0/8",
    };
  }

  pidOf(part: Part): number {
    return processOf(this.folder.path, COMMANDS[part]);
  }

  /** Ends a part without warning. Waits for it to exist: it may just be starting again. */
  async kill(part: Part): Promise<void> {
    const pid = await until(() => this.pidOf(part), { timeoutMs: 60_000, what: `a ${part} to kill` });
    process.kill(pid, "SIGKILL");
    await until(() => !isRunning(pid), { what: `the end of ${part}` });
  }

  /** Ends the launcher without warning and starts the product again on the same data, at the same address. */
  async killAllAndStartAgain(): Promise<void> {
    // Whatever of it runs: it may just be starting.
    for (const pid of processesOf(this.folder.path)) signal(pid, "SIGKILL");
    await this.started.ended();
    const { origin, apiKey } = this.started;
    const next = { ...this.environment, PORT: new URL(origin).port, DEMO_API_KEY: apiKey };
    this.started = Object.assign(await startProduct(this.folder.path, next), { apiKey });
  }

  ready(): Promise<void> {
    return this.started.ready();
  }

  /** A connection for a look at what is stored. */
  connect(): postgres.Sql {
    const connection = { application_name: SPECTATOR };
    return postgres(this.databaseUrl, { max: 2, onnotice: () => {}, idle_timeout: 5, connection });
  }

  /** Calls the API with the product's key, again where it says that the database is away. Throws on any other refusal. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    for (let left = CALLS; ; left--) {
      const { status, text } = await this.#ask(method, path, body);
      if (status < 300) return (text === "" ? undefined : JSON.parse(text)) as T;
      if (status !== 503 || left === 1) throw new Error(`${method} ${path}: ${status} ${text}`);
      await sleep(BETWEEN_CALLS_MS);
    }
  }

  async #ask(method: string, path: string, body?: object): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.apiKey}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Ends it as Ctrl-C does, and removes its data. */
  async stop(): Promise<void> {
    process.kill(this.started.launcher.pid, "SIGINT");
    await this.started.ended();
    await this.folder.remove();
  }
}
