import { Pool } from "undici";
import { catalogue } from "@/lib/events/catalogue";

/** What is sent: the sample of the catalogue, some 200 bytes of data. */
export const EVENT = { type: "task.created", data: catalogue["task.created"].samples.typical };

/** Requests under way while events are handed in for another measurement. */
const LANES = 4;
const BATCH = 100;

/** The body of a request with so many events. */
export const batchOf = (size: number): string =>
  JSON.stringify({ events: Array.from({ length: size }, () => EVENT) });

/** A keep-alive client of the product's API. */
export class Client {
  readonly #pool: Pool;
  readonly #headers: Record<string, string>;

  constructor(origin: string, key: string, connections: number) {
    this.#pool = new Pool(origin, { connections });
    this.#headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  }

  /** Posts a body and answers the parsed answer. Throws unless it is the expected status. */
  async post(path: string, body: string, expected = 202): Promise<unknown> {
    const response = await this.#pool.request({ path, method: "POST", headers: this.#headers, body });
    const text = await response.body.text();
    if (response.statusCode !== expected) {
      throw new Error(`POST ${path} answered ${response.statusCode}: ${text.slice(0, 300)}`);
    }
    return JSON.parse(text);
  }

  /** Posts `count` events in batches of 100, `lanes` batches at a time. */
  async ingest(count: number, lanes = LANES): Promise<void> {
    let left = count;
    const whole = batchOf(BATCH);
    const one = async () => {
      while (left > 0) {
        const size = Math.min(BATCH, left);
        left -= size;
        await this.post("/api/v1/events", size === BATCH ? whole : batchOf(size));
      }
    };
    await Promise.all(Array.from({ length: lanes }, one));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
