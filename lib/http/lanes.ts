import type { Socket } from "node:net";
import { Client } from "undici";
import { openConnection, type ConnectionContext, type Opening, type Target } from "./open-connection";

/** One connection to one origin, kept alive between requests and used by one at a time. */
export interface Lane {
  readonly client: Client;
  /** Set while connecting and until the first request on a new connection took its timings. */
  opening: Opening | null;
  socket: Socket | null;
}

/** Where a request goes. Lanes are shared by equal keys only. */
export interface LaneTarget extends Target {
  key: string;
  origin: string;
  /** Path and query, not part of the key. */
  path: string;
}

interface Group {
  lanes: Set<Lane>;
  /** Free lanes; the one used last is taken first, so that the others can expire. */
  free: Lane[];
  waiting: Set<(lane: Lane) => void>;
}

export interface LaneLimits {
  /** Connections to one origin at a time. A channel has at most 10 requests in flight, so that 25 channels may share it. */
  perOrigin: number;
  /** Unused connections kept in all; the one unused for longest goes first. */
  free: number;
  /** Milliseconds that an unused connection is kept; below the 5 s after which Node's own servers close theirs. */
  keepAliveMs: number;
  /** The most bytes of an answer's headers, as Node's own client has it. */
  headerBytes: number;
}

export const LANE_LIMITS: LaneLimits = {
  perOrigin: 256,
  free: 512,
  keepAliveMs: 4_000,
  headerBytes: 16 * 1024,
};

/** A busy connection is renewed now and then, or it would outlive every change of the name's addresses. */
const MAX_REQUESTS_PER_CONNECTION = 1_000;
/** A receiver may ask for less or more than `keepAliveMs`, up to this. */
const KEEP_ALIVE_MAX_MS = 30_000;

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

  /** Ends every connection. */
  close(): void {
    for (const [key, group] of this.#groups) for (const lane of group.lanes) this.#drop(key, lane);
    this.#groups.clear();
  }

  #groupOf(key: string): Group {
    const known = this.#groups.get(key);
    if (known) return known;
    const group: Group = { lanes: new Set(), free: [], waiting: new Set() };
    this.#groups.set(key, group);
    return group;
  }

  #add(target: LaneTarget, group: Group): Lane {
    const client = new Client(target.origin, {
      connect: (_options, done) => {
        lane.opening = openConnection(target, this.context, (error, socket) => {
          lane.socket = socket;
          if (error) done(error, null);
          else if (socket) done(null, socket);
        });
      },
      // The sender's own deadline covers these; undici's are coarse and start anew with every byte.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: this.limits.keepAliveMs,
      keepAliveMaxTimeout: KEEP_ALIVE_MAX_MS,
      maxHeaderSize: this.limits.headerBytes,
      maxRequestsPerClient: MAX_REQUESTS_PER_CONNECTION,
    });
    const lane: Lane = { client, opening: null, socket: null };
    client.on("disconnect", () => {
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
