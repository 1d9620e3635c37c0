import { hostOf } from "./addresses";
import { judgeUrl, type UrlVerdict } from "./egress";
import { isListedHost, isOwnReceiver, type EgressPolicy } from "./egress-policy";
import { Exchange } from "./exchange";
import { LANE_LIMITS, type LaneLimits, type LaneTarget } from "./lane";
import { Lanes } from "./lanes";
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
  const route = rememberRoutes(policy);
  return {
    send(request, { totalMs = TOTAL_MS, signal } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const { verdict, target } = route(request.url);
      if (target) return new Exchange(lanes, target, request, totalMs, signal).run();
      return Promise.resolve(refusal(verdict));
    },
    get connections() {
      return lanes.size;
    },
    close: () => lanes.close(),
  };
}

type Route =
  { target: LaneTarget; verdict?: undefined } | { target: null; verdict: Extract<UrlVerdict, { ok: false }> };

/** Judging a URL takes a tenth of a whole exchange, and the same channels are sent to again and again. Some 5 MB at most. */
const MAX_ROUTES = 10_000;

/** The target of a URL, or why it has none. A URL and a policy never change, so neither does the answer. */
function rememberRoutes(policy: EgressPolicy): (url: string) => Route {
  const routes = new Map<string, Route>();
  return (url) => {
    const known = routes.get(url);
    if (known) return known;
    if (routes.size >= MAX_ROUTES) routes.clear();
    const verdict = judgeUrl(url, policy);
    const route: Route = verdict.ok
      ? { target: targetOf(url, verdict.url, policy) }
      : { target: null, verdict };
    routes.set(url, route);
    return route;
  };
}

function targetOf(text: string, url: URL, policy: EgressPolicy): LaneTarget {
  const secure = url.protocol === "https:";
  return {
    // A connection to the product's own receiver is excused from the address rules, so nothing else may share it.
    key: isOwnReceiver(url, policy) ? `own ${url.origin}` : url.origin,
    origin: url.origin,
    path: requestTarget(text, url),
    host: hostOf(url),
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    secure,
    listed: isListedHost(url, policy),
  };
}

/**
 * Path and query as they were entered, which a signature in the query may cover. The URL standard rewrites one character
 * that RFC 3986 allows, the apostrophe of a query; whatever else it rewrites had to be, and goes out rewritten.
 */
function requestTarget(text: string, url: URL): string {
  const parsed = url.pathname + url.search;
  const entered = /^[^/?#]+\/\/[^/?#]*(\/[^#]*)/.exec(text)?.[1];
  return entered?.replaceAll("'", "%27") === parsed.replaceAll("'", "%27") ? entered : parsed;
}

const refusal = ({ errorCode, message }: Extract<UrlVerdict, { ok: false }>): HttpResult => ({
  kind: "failure",
  stage: "before_sending",
  errorCode,
  detail: message,
  timings: { total: 0 },
  startedAt: new Date(),
});
