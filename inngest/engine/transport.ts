import { InngestCommHandler, type Inngest, type InngestFunction } from "inngest";
import { callBody, type CallInput, type SdkResponse } from "./protocol";

/** How the engine reaches the SDK. */
export interface Transport {
  /** The functions as the SDK would register them with a server. */
  sync(): Promise<unknown[]>;
  /** Runs a function until its next wait, its end or an error. Never throws for what the function does. */
  call(input: CallInput): Promise<SdkResponse>;
}

interface InProcessRequest {
  method: "POST" | "PUT";
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

// Where the SDK believes it is served; nothing connects to it.
const ORIGIN = "http://engine.invalid/api/inngest";

/**
 * The SDK's own request handler, called in this process: the same protocol that an Inngest server speaks over HTTP,
 * without sockets, and with bodies that stay objects.
 */
export function inProcessTransport(client: Inngest, functions: readonly InngestFunction.Any[]): Transport {
  const handler = new InngestCommHandler({
    frameworkName: "carillon",
    client,
    functions,
    handler: (request: InProcessRequest) => ({
      body: () => request.body,
      headers: (key: string) => request.headers[key.toLowerCase()] ?? null,
      method: () => request.method,
      url: () => request.url,
      transformResponse: (response): SdkResponse => response,
    }),
  }).createHandler();
  const urls = new Map<string, URL>();
  return {
    sync: async () => registered(await handler(syncRequest())),
    call: (input) =>
      handler({ method: "POST", url: url(urls, input.fn), headers: {}, body: callBody(input) }),
  };
}

function syncRequest(): InProcessRequest {
  return {
    method: "PUT",
    url: new URL(ORIGIN),
    headers: { "x-inngest-sync-kind": "in_band" },
    body: { url: ORIGIN },
  };
}

function registered(response: SdkResponse): unknown[] {
  if (response.status !== 200) throw new Error(`The SDK refused to register its functions: ${response.body}`);
  return (JSON.parse(response.body) as { functions: unknown[] }).functions;
}

function url(known: Map<string, URL>, fn: string): URL {
  let found = known.get(fn);
  if (found === undefined) {
    found = new URL(`${ORIGIN}?fnId=${encodeURIComponent(fn)}&stepId=step`);
    known.set(fn, found);
  }
  return found;
}
