import { persist } from "./persist";
import type { Applied, Changes, End, Move } from "./store/apply";
import type { SentEvent } from "./sent-events";

/** One change of the engine's state. A finished run may send events, which are sent only if it is still ours. */
export type Change =
  | { kind: "move"; move: Move }
  | { kind: "end"; end: End; events: readonly SentEvent[] }
  | { kind: "send"; events: readonly SentEvent[] };

interface Item {
  change: Change;
  /** True when the change took place, false when the job was no longer ours. */
  resolve(applied: boolean): void;
  reject(error: unknown): void;
}

type Write = (changes: Changes) => Promise<Applied>;

// While one commit is on its way to the disk the other lane's can be prepared; more lanes only make smaller commits.
const LANES = 2;
const MAX_ITEMS = 500;
// A step may return 4 MB: few of those fill a statement.
const MAX_LENGTH = 8_000_000;

/**
 * Group commit: while a statement is under way, changes accumulate for the next one. Alone, a change is written at
 * once; under load, dozens share a commit.
 */
export class Batcher {
  #waiting: Item[] = [];
  #lanes = 0;

  constructor(
    private readonly write: Write,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Resolves once the change is durable; false when its job is no longer ours. Outlives outages of the database. */
  put(change: Change): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      if (this.#lanes < LANES) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#lanes += 1;
    // Changes of the same tick share the first statement.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#flush(this.#take());
    this.#lanes -= 1;
  }

  #take(): Item[] {
    let length = 0;
    const end = this.#waiting.findIndex(({ change }, index) => {
      length += lengthOf(change);
      return index > 0 && (index === MAX_ITEMS || length > MAX_LENGTH);
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  /** One statement for all; if Postgres refuses it, halves, so that the change at fault fails alone. */
  async #flush(items: Item[]): Promise<void> {
    try {
      // Repeating is safe: each change is idempotent, and fenced by its owner.
      const { applied: ids } = await persist(() => this.write(toChanges(items)), this.onFailure);
      const applied = new Set(ids);
      for (const { change, resolve } of items) resolve(tookPlace(change, applied));
    } catch (error) {
      if (items.length === 1) return items[0]?.reject(error);
      const middle = Math.ceil(items.length / 2);
      await this.#flush(items.slice(0, middle));
      await this.#flush(items.slice(middle));
    }
  }
}

function lengthOf(change: Change): number {
  if (change.kind === "move") return change.move.finished.reduce((sum, { json }) => sum + json.length, 0);
  return change.events.reduce((sum, { payload }) => sum + payload.length, 0);
}

function tookPlace(change: Change, applied: ReadonlySet<string>): boolean {
  if (change.kind === "send") return true;
  return applied.has(change.kind === "move" ? change.move.id : change.end.id);
}

function toChanges(items: readonly Item[]): Changes {
  const moves: Move[] = [];
  const ends: End[] = [];
  const events: Changes["events"][number][] = [];
  for (const { change } of items) {
    if (change.kind === "move") moves.push(change.move);
    else if (change.kind === "send") events.push(...change.events);
    else {
      ends.push(change.end);
      for (const event of change.events) events.push({ ...event, after: change.end.id });
    }
  }
  return { moves, ends, events };
}
