import { patience } from "./patience";

/** Requests in flight to one channel at most, over all workers: a slow receiver gets no more than this. */
export const MAX_IN_FLIGHT_PER_CHANNEL = 10;

/**
 * Requests that one process has in its hands at a time, from sending until the result is written: more would gain no speed,
 * and a crash repeats what is not written yet.
 */
const MAX_AT_ONCE = 256;
/** A receiver that takes longer keeps nobody else waiting: the place in the process is given back, that at the channel not. */
const PLACE_MS = 1_000;
/** A queue in which nothing moves for this long is not worth waiting in. */
const STANDSTILL_MS = 1_000;
/** First attempts are made at once only where the queue promises less than this: two thirds of the time they may start in. */
const MAX_EXPECTED_WAIT_MS = 6_000;
/** How many may queue at a channel whose speed is not known yet. */
const MAX_QUEUE_UNTRIED = 1_000;
/** How long a failure speaks against first attempts of a channel, unless a success comes first. */
const DISTRUST_MS = 30_000;
/** Weight of the newest request in the mean duration. */
const NEWEST = 0.2;
/** Idle channels that are remembered; each costs some 100 bytes. */
const MAX_REMEMBERED = 20_000;

/** A place at a channel and in the process. Both must be given back; each is given back once, later calls do nothing. */
export interface Slot {
  /** The receiver has answered or failed: the place at the channel is free for the next request. */
  answered(result: "succeeded" | "failed"): void;
  /** The result is written, or there will be none: everything is given back. */
  release(): void;
}

interface Lane {
  running: number;
  queue: { answer(granted: boolean): void; until: number }[];
  lastMove: number;
  meanMs: number | undefined;
  distrustedUntil: number;
  /** Set while somebody watches whether the queue moves. */
  watch: (() => void) | undefined;
}

/**
 * The places for requests of this process: a few per channel, some in all. Waiting is first come, first served, and ends
 * when a channel's queue stands still.
 */
export class ChannelSlots {
  readonly #lanes = new Map<string, Lane>();
  readonly #places = new Places(MAX_AT_ONCE);
  readonly #now: () => number;
  #limit = MAX_IN_FLIGHT_PER_CHANNEL;
  #closed = false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Shares each channel's places among this many workers. Takes effect as places are given back. */
  share(liveWorkers: number): void {
    this.#limit = Math.max(1, Math.floor(MAX_IN_FLIGHT_PER_CHANNEL / Math.max(1, liveWorkers)));
  }

  /** Grants nothing any more: whoever waits, or asks later, is told at once. For a process that is about to end. */
  close(): void {
    this.#closed = true;
    for (const lane of this.#lanes.values()) {
      for (const waiting of lane.queue.splice(0)) waiting.answer(false);
    }
  }

  /** Whether a first attempt may be made right away: the channel is not known to fail, and its queue is short. */
  admits(channelId: string): boolean {
    const lane = this.#lanes.get(channelId);
    if (!lane) return true;
    if (lane.distrustedUntil > this.#now()) return false;
    const expected = lane.meanMs === undefined ? undefined : (lane.queue.length * lane.meanMs) / this.#limit;
    return expected === undefined ? lane.queue.length < MAX_QUEUE_UNTRIED : expected < MAX_EXPECTED_WAIT_MS;
  }

  /** How many wait for a place at a channel. */
  queueOf(channelId: string): number {
    return this.#lanes.get(channelId)?.queue.length ?? 0;
  }

  /**
   * Waits for a place at a channel. Undefined when none came: the queue stands still, `until` (by `performance.now`) has
   * passed, or the process is about to end.
   */
  async acquire(channelId: string, until: number): Promise<Slot | undefined> {
    const lane = this.#lane(channelId);
    if (!(await this.#enter(lane, until))) return undefined;
    const place = await this.#places.take();
    if (this.#closed) {
      place.leave();
      this.#leave(lane);
      return undefined;
    }
    const startedAt = this.#now();
    let atChannel = true;
    const leaveChannel = () => {
      if (atChannel) this.#leave(lane);
      atChannel = false;
    };
    return {
      answered: (result) => {
        place.keep();
        this.#learn(lane, result === "succeeded", this.#now() - startedAt);
        leaveChannel();
      },
      release: () => {
        leaveChannel();
        place.leave();
      },
    };
  }

  #enter(lane: Lane, until: number): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    if (lane.running < this.#limit) {
      lane.running++;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      lane.queue.push({ answer: resolve, until });
      lane.watch ??= patience(STANDSTILL_MS, () => this.#inspect(lane));
    });
  }

  #leave(lane: Lane): void {
    lane.running--;
    lane.lastMove = this.#now();
    while (lane.running < this.#limit) {
      const next = lane.queue.shift();
      if (!next) return;
      const inTime = next.until >= lane.lastMove;
      if (inTime) lane.running++;
      next.answer(inTime);
    }
  }

  #learn(lane: Lane, succeeded: boolean, durationMs: number): void {
    lane.meanMs = lane.meanMs === undefined ? durationMs : lane.meanMs + (durationMs - lane.meanMs) * NEWEST;
    lane.distrustedUntil = succeeded ? 0 : this.#now() + DISTRUST_MS;
  }

  #inspect(lane: Lane): void {
    lane.watch = undefined;
    const stands = this.#now() - lane.lastMove >= STANDSTILL_MS;
    const [leaving, staying] = partition(lane.queue, (waiting) => stands || waiting.until < this.#now());
    lane.queue = staying;
    for (const waiting of leaving) waiting.answer(false);
    if (staying.length > 0) lane.watch = patience(STANDSTILL_MS, () => this.#inspect(lane));
  }

  #lane(channelId: string): Lane {
    const known = this.#lanes.get(channelId);
    if (known) return known;
    if (this.#lanes.size >= MAX_REMEMBERED) this.#forgetIdle();
    const lane: Lane = {
      running: 0,
      queue: [],
      lastMove: this.#now(),
      meanMs: undefined,
      distrustedUntil: 0,
      watch: undefined,
    };
    this.#lanes.set(channelId, lane);
    return lane;
  }

  #forgetIdle(): void {
    for (const [channelId, lane] of this.#lanes) {
      if (lane.running === 0 && lane.queue.length === 0) this.#lanes.delete(channelId);
    }
  }
}

/** The places of the whole process, first come, first served. */
class Places {
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Waits for a place. It is lost by itself after a while, unless it is kept; then it stays until it is left. */
  async take(): Promise<{ keep(): void; leave(): void }> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    let held = true;
    const leave = () => {
      if (!held) return;
      held = false;
      clearTimeout(timer);
      const next = this.#queue.shift();
      if (next) next();
      else this.#free++;
    };
    const timer = setTimeout(leave, PLACE_MS);
    return { keep: () => clearTimeout(timer), leave };
  }
}

function partition<T>(items: T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

// On globalThis: Next bundles routes separately, and each bundle would have places of its own.
const shared = globalThis as typeof globalThis & { carillonSlots?: ChannelSlots };

/** The places of this process. */
export const channelSlots = (shared.carillonSlots ??= new ChannelSlots());
