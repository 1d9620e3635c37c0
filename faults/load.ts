import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** A web process that an event is sent to. */
export interface Entrance {
  origin: string;
  apiKey: string;
}

/**
 * How long one event is tried, over whatever happens to the product: a web process that is killed ten times in a row may be
 * away for minutes, since each new start waits longer and each may be killed before it answers.
 */
const PERSISTENCE_MS = 600_000;
const TRY_MS = 10_000;
/** Between tries: doubled from the first to the last, which is what the API's `Retry-After` asks for. */
const FIRST_PAUSE_MS = 100;
const LAST_PAUSE_MS = 2_000;

/**
 * A caller as the documentation asks for one: every event has an idempotency key and is sent again until it is acknowledged.
 * Keeps the ledger of what was.
 */
export class Load {
  /** Ids of acknowledged events and the moment of the answer, in epoch milliseconds. */
  readonly acknowledged = new Map<string, number>();
  /** Tries in all. */
  calls = 0;
  /** Tries that were refused or not answered; each was made again. */
  failures = 0;
  /** Longest time that an answer took, in milliseconds. */
  slowestMs = 0;
  readonly #underWay = new Set<Promise<void>>();
  readonly #errors: Error[] = [];
  #timer: NodeJS.Timeout | undefined;
  #next = 0;

  constructor(private readonly entrances: readonly [Entrance, ...Entrance[]]) {}

  /** Sends single events at a steady rate until `stop`. */
  start(perSecond: number): void {
    this.#timer = setInterval(() => this.#dispatch(1), 1000 / perSecond);
  }

  /** Sends no more; resolves when everything is acknowledged. Throws when something could not be. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
    const [error] = this.#errors;
    if (error !== undefined) throw error;
  }

  /** Sends `count` events in batches of 100, evenly over `seconds`, a few batches at a time. */
  async burst(count: number, seconds: number): Promise<void> {
    const batches = Math.ceil(count / BATCH);
    const startedAt = performance.now();
    for (let batch = 0; batch < batches; batch++) {
      await sleep(Math.max(0, startedAt + (batch / batches) * seconds * 1000 - performance.now()));
      while (this.#underWay.size >= BATCHES_AT_ONCE) await Promise.race(this.#underWay);
      this.#dispatch(Math.min(BATCH, count - batch * BATCH));
    }
    await this.stop();
  }

  #dispatch(count: number): void {
    const work = this.#deliver(count)
      .catch(
        (error: unknown) => void this.#errors.push(error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #deliver(count: number): Promise<void> {
    const events = Array.from({ length: count }, () => taskCreated(randomUUID()));
    const end = performance.now() + PERSISTENCE_MS;
    for (let pause = FIRST_PAUSE_MS; performance.now() < end; pause = Math.min(2 * pause, LAST_PAUSE_MS)) {
      const ids = await this.#try(events);
      if (ids !== undefined) {
        for (const id of ids) this.acknowledged.set(id, Date.now());
        return;
      }
      this.failures += 1;
      await sleep(pause);
    }
    throw new Error(`${count} events were not accepted within ${PERSISTENCE_MS / 1000} s`);
  }

  async #try(events: readonly TaskCreated[]): Promise<string[] | undefined> {
    const { origin, apiKey } = this.entrances[this.#next++ % this.entrances.length] ?? this.entrances[0];
    const startedAt = performance.now();
    this.calls += 1;
    try {
      const response = await fetch(`${origin}/api/v1/events`, {
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
        body: JSON.stringify(events.length === 1 ? events[0] : { events }),
        signal: AbortSignal.timeout(TRY_MS),
      });
      const answer = (await response.json()) as { id?: string; results?: { id: string }[] };
      this.slowestMs = Math.max(this.slowestMs, performance.now() - startedAt);
      if (response.status === 202) return answer.results?.map(({ id }) => id) ?? [answer.id ?? ""];
      if (response.status < 500 && response.status !== 429) throw new Refused(JSON.stringify(answer));
      return undefined;
    } catch (error) {
      if (error instanceof Refused) throw error;
      return undefined;
    }
  }
}

/** The API takes as many events in one request. */
const BATCH = 100;
const BATCHES_AT_ONCE = 8;

class Refused extends Error {}

type TaskCreated = ReturnType<typeof taskCreated>;

const taskCreated = (key: string) => ({
  type: "task.created",
  idempotencyKey: key,
  data: { task: { id: key, title: "Ring the bell", status: "active" } },
});
