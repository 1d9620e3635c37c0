import type { Socket } from "node:net";
import { Client } from "undici";
import type { ConnectionContext, Target } from "./connection";
import { Opening } from "./opening";

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

/** A lane that connects when it is first used, and again when its connection ended. */
export function makeLane(target: LaneTarget, context: ConnectionContext, limits: LaneLimits): Lane {
  const client = new Client(target.origin, {
    connect: (_options, done) => {
      lane.opening = new Opening(target, context, (error, socket) => {
        lane.socket = socket;
        if (error) done(error, null);
        else if (socket) done(null, socket);
      });
    },
    // The sender's own deadline covers these; undici's are coarse and start anew with every byte.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: limits.keepAliveMs,
    keepAliveMaxTimeout: KEEP_ALIVE_MAX_MS,
    maxHeaderSize: limits.headerBytes,
    maxRequestsPerClient: MAX_REQUESTS_PER_CONNECTION,
  });
  const lane: Lane = { client, opening: null, socket: null };
  return lane;
}
