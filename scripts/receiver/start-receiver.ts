import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Socket } from "node:net";
import { play, type Answer } from "./answer";

export type { Answer } from "./answer";

/** One request as it arrived. */
export interface ReceivedRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  /** Names in lower case; repeated ones joined by Node's rules. */
  headers: Record<string, string>;
  /** Raw, as UTF-8. */
  body: string;
  /** Epoch milliseconds when the headers were read. */
  receivedAt: number;
  /** Counts connections from 1: equal numbers came over the same one. */
  connection: number;
}

/** A fixed answer, one after another (the last one stays), or one made for each request; `index` counts from 0. */
export type Script = Answer | readonly Answer[] | ((request: ReceivedRequest, index: number) => Answer);

export interface Receiver {
  port: number;
  /** `http://127.0.0.1:<port><path>`. */
  url(path?: string): string;
  /** Everything that arrived, oldest first; of one path where given. */
  requests(path?: string): ReceivedRequest[];
  /** Sets what a path answers; paths without a script answer 200 `ok`. Counting starts anew. */
  answer(path: string, script: Script): void;
  /** Resolves once `count` requests have arrived (on `path`, where given). Throws after `timeoutMs` (10 s). */
  waitFor(count: number, options?: { path?: string; timeoutMs?: number }): Promise<ReceivedRequest[]>;
  /** Forgets all requests and scripts. */
  clear(): void;
  /** Cuts all connections. */
  stop(): Promise<void>;
}

/**
 * A real HTTP server on 127.0.0.1 that records every request and answers by script; `answer` is the script of paths
 * without one. Keeps connections alive.
 */
export async function startReceiver(
  options: { port?: number; onRequest?: (request: ReceivedRequest) => void; answer?: Script } = {},
): Promise<Receiver> {
  const log: ReceivedRequest[] = [];
  const scripts = new Map<string, { script: Script; served: number }>();
  const arrived = new Set<() => void>();
  const connections = new WeakMap<Socket, number>();
  const fallback = { script: options.answer ?? {}, served: 0 };
  let opened = 0;

  const server = createServer(async (incoming, response) => {
    const request = await read(incoming, connections.get(incoming.socket) ?? 0);
    if (request === undefined) return;
    log.push(request);
    options.onRequest?.(request);
    for (const notify of arrived) notify();
    await play(next(scripts.get(request.path) ?? fallback, request), response);
  });
  // Longer than any client keeps an idle connection: the client, not the receiver, decides when it closes.
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  server.on("connection", (socket) => connections.set(socket, (opened += 1)));
  const port = await listen(server, options.port ?? 0);

  const requests = (path?: string) => log.filter((request) => path === undefined || request.path === path);
  return {
    port,
    url: (path = "/") => `http://127.0.0.1:${port}${path}`,
    requests,
    answer: (path, script) => void scripts.set(path, { script, served: 0 }),
    waitFor: (count, { path, timeoutMs = 10_000 } = {}) =>
      enough(arrived, () => requests(path), count, timeoutMs),
    clear: () => {
      log.length = 0;
      scripts.clear();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage, connection: number): Promise<ReceivedRequest | undefined> {
  const receivedAt = Date.now();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    // The sender went away mid-request.
    return undefined;
  }
  const { pathname, search } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? "",
    path: pathname,
    query: search.slice(1),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString("utf8"),
    receivedAt,
    connection,
  };
}

function next(entry: { script: Script; served: number }, request: ReceivedRequest): Answer {
  const index = entry.served++;
  if (typeof entry.script === "function") return entry.script(request, index);
  if (!isList(entry.script)) return entry.script;
  return entry.script[Math.min(index, entry.script.length - 1)] ?? {};
}

const isList = (script: Answer | readonly Answer[]): script is readonly Answer[] => Array.isArray(script);

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function enough(
  arrived: Set<() => void>,
  requests: () => ReceivedRequest[],
  count: number,
  timeoutMs: number,
): Promise<ReceivedRequest[]> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      clearTimeout(timer);
      arrived.delete(check);
      settle();
    };
    const check = () => {
      if (requests().length >= count) done(() => resolve(requests()));
    };
    const timer = setTimeout(() => {
      const error = new Error(
        `Only ${requests().length} of ${count} requests arrived within ${timeoutMs} ms.`,
      );
      done(() => reject(error));
    }, timeoutMs);
    arrived.add(check);
    check();
  });
}
