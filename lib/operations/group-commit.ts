import { isPassing } from "@/db/availability";
import { log } from "@/lib/log";
import { persistently } from "./persistently";

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

export interface GroupCommit<Item, Result> {
  /** Writes the item together with whatever else is waiting; resolves when it is committed. */
  add(item: Item): Promise<Result>;
}

/**
 * Gathers items while a write is under way and hands them over together, so that many callers share one commit. One write
 * at a time; alone, an item is written at once. A write that the data itself makes impossible is repeated item by item: a
 * bad item fails alone. While the database is away or silent, writes are repeated for `patienceMs`.
 * @param options.write answers one result for each item, in order; must bear to be repeated
 * @param options.deadlineMs after which a write counts as unanswered
 * @param options.gather a write begins no sooner than `ms` after the one before, unless so many items are waiting
 */
export function groupCommit<Item, Result>(options: {
  write(items: Item[]): Promise<Result[]>;
  maxItems: number;
  patienceMs: number;
  deadlineMs: number;
  gather?: { items: number; ms: number };
}): GroupCommit<Item, Result> {
  const { write, maxItems, patienceMs, deadlineMs, gather = { items: 0, ms: 0 } } = options;
  const queue: Waiting<Item, Result>[] = [];
  let busy = false;
  let enough = () => {};

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const startedAt = performance.now();
      await settle(queue.splice(0, maxItems));
      const left = gather.ms - (performance.now() - startedAt);
      if (left > 0 && queue.length < gather.items) await gathered(left);
    }
    busy = false;
  }

  const gathered = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      enough = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    const attempt = () => answeredWithin(deadlineMs, write(batch.map((waiting) => waiting.item)));
    try {
      const results = await persistently(attempt, patienceMs, isWorthRepeating);
      batch.forEach((waiting, index) => waiting.resolve(results[index] as Result));
    } catch (error) {
      if (batch.length === 1 || isWorthRepeating(error))
        return batch.forEach((waiting) => waiting.reject(error));
      log().warn(
        { err: error, items: batch.length },
        "a shared write failed; its items are written one by one",
      );
      for (const waiting of batch) await settle([waiting]);
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        if (queue.length === gather.items) enough();
        if (busy) return;
        busy = true;
        // At the end of this turn of the event loop: answers that arrived together are written together.
        setImmediate(() => void drain());
      }),
  };
}

/** A write without an answer: whether it was carried out is unknown. */
class Unanswered extends Error {
  override name = "Unanswered";
  constructor() {
    super("The database did not answer in time.");
  }
}

/** A connection may die without a word, and a write that waits for it must not block all others for ever. */
async function answeredWithin<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered()), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

const isWorthRepeating = (error: unknown): boolean => error instanceof Unanswered || isPassing(error);
