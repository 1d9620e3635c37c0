import { hostOf } from "./addresses";
import { judgeUrl } from "./egress";
import { isListedHost, isOwnReceiver, type EgressPolicy } from "./egress-policy";
import { Exchange } from "./exchange";
import { Lanes, LANE_LIMITS, type LaneLimits, type LaneTarget } from "./lanes";
import type { Resolver } from "./resolve";
import type { HttpRequest, HttpResult } from "./types";

/** Milliseconds. The design's 5 s to connect and 10 s in all, look-up included. */
const CONNECT_MS = 5_000;
const TOTAL_MS = 10_000;

export interface SenderOptions {
  policy: EgressPolicy;
  resolve: Resolver;
  connectMs?: number;
  limits?: Partial<LaneLimits>;
  /** Root certificates to trust instead of the built-in ones. */
  ca?: string;
}

export interface Sender {
  send(request: HttpRequest, options?: { totalMs?: number; signal?: AbortSignal }): Promise<HttpResult>;
  /** Connections that exist now. */
  readonly connections: number;
  /** Ends every connection, also those in use. */
  close(): void;
}

/** A sender with connections of its own. The product needs one per process, which `send` keeps. */
export function createSender(options: SenderOptions): Sender {
  const { policy, resolve, connectMs = CONNECT_MS, ca } = options;
  const lanes = new Lanes({ policy, resolve, connectMs, ca }, { ...LANE_LIMITS, ...options.limits });
  return {
    send(request, { totalMs = TOTAL_MS, signal } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const verdict = judgeUrl(request.url, policy);
      if (verdict.ok)
        return new Exchange(
          lanes,
          targetOf(verdict.url, policy),
          request,
          verdict.url,
          totalMs,
          signal,
        ).run();
      return Promise.resolve({
        kind: "failure",
        stage: "before_sending",
        errorCode: verdict.errorCode,
        detail: verdict.message,
        timings: { total: 0 },
        startedAt: new Date(),
      });
    },
    get connections() {
      return lanes.size;
    },
    close: () => lanes.close(),
  };
}

function targetOf(url: URL, policy: EgressPolicy): LaneTarget {
  const secure = url.protocol === "https:";
  return {
    // A connection to the product's own receiver is excused from the address rules, so nothing else may share it.
    key: isOwnReceiver(url, policy) ? `own ${url.origin}` : url.origin,
    origin: url.origin,
    host: hostOf(url),
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    secure,
    listed: isListedHost(url, policy),
  };
}
