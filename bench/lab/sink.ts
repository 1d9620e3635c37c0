import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startHelper } from "./helper-process";

export type SinkOrder = { kind: "reset"; record: boolean } | { kind: "state" };

export type SinkReport =
  | { kind: "listening"; port: number }
  /** `arrivals`: event ids and when each was first received, in milliseconds of the machine's monotonic clock. */
  | { kind: "state"; received: number; arrivals: [string, number][] };

/** The receiver that everything is sent to. */
export interface Sink {
  origin: string;
  /** Counts from nothing; `record` notes when each event arrives. */
  reset(record?: boolean): Promise<void>;
  /** Resolves when so many requests were answered. Throws after `timeoutMs`. */
  reached(count: number, timeoutMs: number): Promise<void>;
  arrivals(): Promise<Map<string, number>>;
  end(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const helper = startHelper<SinkOrder, SinkReport>(join(import.meta.dirname, "sink-process.ts"));
  const first = await helper.next();
  if (first.kind !== "listening") throw new Error("The sink does not listen.");
  const state = async (order: SinkOrder = { kind: "state" }) => {
    const report = await helper.ask(order);
    if (report.kind !== "state") throw new Error("The sink gave no state.");
    return report;
  };
  return {
    origin: `http://127.0.0.1:${first.port}`,
    reset: async (record = false) => void (await state({ kind: "reset", record })),
    reached: async (count, timeoutMs) => {
      const end = performance.now() + timeoutMs;
      for (;;) {
        const { received } = await state();
        if (received >= count) return;
        if (performance.now() > end) throw new Error(`The sink got ${received} of ${count} requests.`);
        await sleep(10);
      }
    },
    arrivals: async () => new Map((await state()).arrivals),
    end: () => helper.end(),
  };
}
