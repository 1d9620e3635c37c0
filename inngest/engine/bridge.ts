import type { ClientOptions } from "inngest";
import { InvalidEvents, readEvents, type SentEvent } from "./sent-events";

/** What the client's calls lead to. */
export interface BridgeHandlers {
  /** Stores events durably; repeats of an id change nothing. */
  send(events: SentEvent[]): Promise<void>;
  /** Stores finished steps of a running job; false when the job is no longer this execution's. */
  checkpoint(execution: string, operations: unknown[]): Promise<boolean>;
}

export interface Bridge {
  /** The `fetch` of an embedded client: answers in this process, opens no socket. */
  fetch: NonNullable<ClientOptions["fetch"]>;
  /** The engine of this process takes the calls over from now on. */
  connect(handlers: BridgeHandlers): void;
  disconnect(): void;
}

/**
 * An in-process stand-in for Inngest's HTTP API. `send` serves processes without an engine of their own; an engine
 * connects itself to have its sends in its own group commits.
 */
export function createBridge(send: BridgeHandlers["send"]): Bridge {
  const alone: BridgeHandlers = { send, checkpoint: async () => false };
  let handlers = alone;
  return {
    fetch: (input, init) => answer(handlers, String(input), init),
    connect: (connected) => void (handlers = connected),
    disconnect: () => void (handlers = alone),
  };
}

async function answer(handlers: BridgeHandlers, address: string, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(address);
  const body = typeof init?.body === "string" ? init.body : "";
  if (pathname.startsWith("/e/")) return answerSend(handlers, body, new Headers(init?.headers));
  if (/^\/v1\/checkpoint\/[^/]+\/async$/.test(pathname)) return answerCheckpoint(handlers, body);
  return Response.json({ error: `${pathname} is outside of the embedded engine.` }, { status: 501 });
}

async function answerSend(handlers: BridgeHandlers, body: string, headers: Headers): Promise<Response> {
  try {
    const events = readEvents(body, headers.get("x-inngest-event-id-seed") ?? "");
    await handlers.send(events);
    return Response.json({ ids: events.map((event) => event.id), status: 200 });
  } catch (error) {
    if (!(error instanceof InvalidEvents)) throw error;
    return Response.json({ error: error.message, status: error.status }, { status: error.status });
  }
}

async function answerCheckpoint(handlers: BridgeHandlers, body: string): Promise<Response> {
  const { qi_id: execution, steps } = JSON.parse(body) as { qi_id: string; steps: unknown[] };
  // 409 makes the SDK stop at once: the job has another owner, or none.
  return new Response(null, { status: (await handlers.checkpoint(execution, steps)) ? 200 : 409 });
}
