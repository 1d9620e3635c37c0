import type { ConnectionContext } from "./connection";
import { makeLane, type Lane, type LaneLimits, type LaneTarget } from "./lane";

/** The lanes of one key. */
interface Group {
  lanes: Set<Lane>;
  /** Free lanes; the one used last is taken first, so that the others can expire. */
  free: Lane[];
  waiting: Set<(lane: Lane) => void>;
}

/** The connections of one sender. */
export class Lanes {
  readonly #groups = new Map<string, Group>();
  /** Free lanes of all groups, longest unused first. */
  readonly #free = new Map<Lane, string>();

  constructor(
    private readonly context: ConnectionContext,
    private readonly limits: LaneLimits,
  ) {}

  /** Connections that exist now, in use or not. */
  get size(): number {
    return [...this.#groups.values()].reduce((sum, group) => sum + group.lanes.size, 0);
  }

  /**
   * Hands over a lane, at once when there is one free or allowed, else when one is given back. The returned function
   * withdraws a request that still waits.
   */
  acquire(target: LaneTarget, ready: (lane: Lane) => void): () => void {
    const group = this.#groupOf(target.key);
    const free = group.free.pop();
    if (free) {
      this.#free.delete(free);
      ready(free);
    } else if (group.lanes.size < this.limits.perOrigin) {
      ready(this.#add(target, group));
    } else {
      group.waiting.add(ready);
    }
    return () => group.waiting.delete(ready);
  }

  /** Gives a lane back whose last request ended in order. */
  release(target: LaneTarget, lane: Lane): void {
    const group = this.#groupOf(target.key);
    if (!group.lanes.has(lane)) return;
    const [next] = group.waiting;
    if (next) {
      group.waiting.delete(next);
      next(lane);
      return;
    }
    group.free.push(lane);
    this.#free.set(lane, target.key);
    const [oldest] = this.#free;
    if (oldest && this.#free.size > this.limits.free) this.#drop(oldest[1], oldest[0]);
  }

  /** Ends a lane, whatever it is doing, and lets the next in line have a new one. */
  discard(target: LaneTarget, lane: Lane): void {
    this.#drop(target.key, lane);
    const group = this.#groupOf(target.key);
    const [next] = group.waiting;
    if (!next || group.lanes.size >= this.limits.perOrigin) return this.#forget(target.key, group);
    group.waiting.delete(next);
    next(this.#add(target, group));
  }

  /** Ends every connection, also those in use. */
  close(): void {
    for (const [key, group] of this.#groups) for (const lane of group.lanes) this.#drop(key, lane);
  }

  #groupOf(key: string): Group {
    const known = this.#groups.get(key);
    if (known) return known;
    const group: Group = { lanes: new Set(), free: [], waiting: new Set() };
    this.#groups.set(key, group);
    return group;
  }

  #add(target: LaneTarget, group: Group): Lane {
    const lane = makeLane(target, this.context, this.limits);
    lane.client.on("disconnect", () => {
      if (this.#free.has(lane)) this.#drop(target.key, lane);
    });
    group.lanes.add(lane);
    return lane;
  }

  #drop(key: string, lane: Lane): void {
    const group = this.#groupOf(key);
    if (this.#free.delete(lane)) group.free.splice(group.free.indexOf(lane), 1);
    group.lanes.delete(lane);
    this.#forget(key, group);
    lane.opening?.cancel();
    void lane.client.destroy();
  }

  #forget(key: string, group: Group): void {
    if (group.lanes.size === 0 && group.waiting.size === 0) this.#groups.delete(key);
  }
}
