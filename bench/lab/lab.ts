import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database, type Sql } from "@/db/client";
import { resetEnv } from "@/lib/env";
import type { Size } from "../size";
import { Memory } from "./memory";
import { endAll, startProduct, type Product } from "./product";
import { startReference, type Reference } from "./reference";
import { startSink, type Sink } from "./sink";
import { makeWorld, removeWorld, type World } from "./world";

/** Of a world's client: requests of batches are few and large. */
const CONNECTIONS = 8;

/** One start of the product, and what is connected to it. */
interface Running {
  product: Product;
  reference: Reference;
  db: Database;
  sql: Sql;
  end(): Promise<void>;
}

export interface LabOptions {
  say(line: string): void;
}

/** Everything that a measurement needs: the running product, the sink and the reference. */
export class Lab {
  readonly memory = new Memory();
  #ends: (() => Promise<void> | void)[] = [];
  #worlds: World[] = [];

  private constructor(
    readonly size: Size,
    readonly folder: string,
    readonly sink: Sink,
    private readonly options: LabOptions,
    private current: Running,
  ) {}

  static async start(size: Size, options: LabOptions): Promise<Lab> {
    const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
    // Made for the owner alone; Postgres may run as another user and must get in.
    chmodSync(folder, 0o755);
    const sink = await startSink();
    try {
      return new Lab(size, folder, sink, options, await open(folder, sink));
    } catch (error) {
      await sink.end();
      endAll(folder);
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Tells whoever watches how far a measure has come. */
  get say(): (line: string) => void {
    return this.options.say;
  }

  get product(): Product {
    return this.current.product;
  }

  get db(): Database {
    return this.current.db;
  }

  get sql(): Sql {
    return this.current.sql;
  }

  get reference(): Reference {
    return this.current.reference;
  }

  /** A workspace with channels at these addresses, which lives until the end of the measure. */
  async world(urls: readonly string[], connections = CONNECTIONS): Promise<World> {
    const world = await makeWorld(this.db, this.product.origin, urls, connections);
    this.#worlds.push(world);
    return world;
  }

  /** Removes a workspace before its measure ends. */
  async remove(world: World): Promise<void> {
    this.#worlds = this.#worlds.filter((other) => other !== world);
    await removeWorld(this.sql, world);
  }

  /** Something that a measure has started, to be ended with it. */
  endLater(end: () => Promise<void> | void): void {
    this.#ends.push(end);
  }

  /** Ends what the last measure has left, so that the next one finds the same product. */
  async tidy(): Promise<void> {
    this.memory.look(this.product);
    for (const end of this.#ends.splice(0).reverse()) await end();
    for (const world of this.#worlds.splice(0)) await removeWorld(this.sql, world);
  }

  /** Stops the product, as Ctrl-C does. Until `startAgain`, there is none. */
  async stop(): Promise<void> {
    this.memory.look(this.product);
    await this.current.end();
  }

  async startAgain(): Promise<void> {
    this.current = await open(this.folder, this.sink);
  }

  /** Ends everything and removes the data. */
  async end(): Promise<void> {
    try {
      for (const end of this.#ends.splice(0).reverse()) await end();
      await Promise.all(this.#worlds.splice(0).map(({ client }) => client.close()));
      await this.stop();
      await this.sink.end();
    } finally {
      endAll(this.folder);
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

async function open(folder: string, sink: Sink): Promise<Running> {
  const product = await startProduct(folder);
  // Channels are made with the product's own code, which seals their addresses.
  process.env.ENCRYPTION_KEY = readFileSync(join(folder, "encryption-key"), "utf8").trim();
  resetEnv();
  const { database, raw, end } = connect(product.databaseUrl, { max: 10 });
  const reference = await startReference(raw, product.databaseUrl, sink.origin);
  return {
    ...{ product, reference, db: database, sql: raw },
    end: async () => {
      await reference.end();
      await end();
      await product.stop();
    },
  };
}
