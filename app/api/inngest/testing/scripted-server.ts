import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/embedded/free-port";

export const EVENT_KEY = "event-key-of-a-test";
export const SIGNING_KEY = `signkey-test-${"ab".repeat(32)}`;

export interface SentEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

/**
 * An Inngest server as far as the SDK specification has it speak: it takes events at `/e/:key` and registrations at
 * `/fn/register`, and calls functions step by step with signed requests. What it calls, and when, the test says.
 */
export interface ScriptedServer {
  url: string;
  /** Events that were accepted, oldest first. Taken out by whoever runs them. */
  events: SentEvent[];
  /** Authorization headers of registrations. */
  registrations: { authorization: string; functions: string[] }[];
  /** How often events were refused. */
  refusals: number;
  /** Refuses events with 503 from now on, or takes them again. */
  refuse(refusing: boolean): void;
  /** Runs a function with an event from its first step to its end; answers what it returned. */
  run(functionId: string, event: SentEvent): Promise<unknown>;
  /** Runs what the pipeline's events ask for until none is left. */
  runAll(): Promise<void>;
  close(): Promise<void>;
}

/** Signs as an Inngest server does: HMAC of the body in canonical form (RFC 8785) and the seconds, key without prefix. */
export function signature(body: string, seconds = Math.floor(Date.now() / 1000), key = SIGNING_KEY): string {
  const hmac = createHmac("sha256", key.replace(/^signkey-\w+-/, ""));
  return `t=${seconds}&s=${hmac.update(canonical(body)).update(String(seconds)).digest("hex")}`;
}

/** Keys in order, no white space; enough for what this server sends. */
function canonical(body: string): string {
  if (body === "") return "";
  return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** What the SDK identifies itself with towards the server. */
export const HASHED_KEY = `signkey-test-${createHash("sha256")
  .update(Buffer.from(SIGNING_KEY.replace(/^signkey-test-/, ""), "hex"))
  .digest("hex")}`;

/** @param target asked for the address of the functions, which may start after the server */
export async function startScriptedServer(target: () => string): Promise<ScriptedServer> {
  const port = await freePort();
  const state: ScriptedServer = {
    url: `http://127.0.0.1:${port}`,
    events: [],
    registrations: [],
    refusals: 0,
    refuse: (next) => (refusing = next),
    run: (functionId, event) => run(target(), functionId, event),
    runAll: async () => {
      for (let event = state.events.shift(); event !== undefined; event = state.events.shift()) {
        await run(target(), FUNCTIONS[event.name] ?? "", event);
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  let refusing = false;
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    const answer = (status: number, value: object) =>
      outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (incoming.url === "/fn/register") {
      const { functions } = JSON.parse(body) as { functions: { id: string }[] };
      state.registrations.push({
        authorization: incoming.headers.authorization ?? "",
        functions: functions.map(({ id }) => id),
      });
      return answer(200, { ok: true, modified: true });
    }
    if (incoming.url !== `/e/${EVENT_KEY}`) return answer(404, { error: "not found", status: 404 });
    if (refusing) {
      state.refusals += 1;
      return answer(503, { error: "unavailable", status: 503 });
    }
    const events = (JSON.parse(body) as (Omit<SentEvent, "id"> & { id?: string })[]).map((event) => ({
      ...event,
      id: event.id ?? randomUUID(),
    }));
    state.events.push(...events);
    return answer(200, { ids: events.map(({ id }) => id), status: 200 });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return state;
}

/** Which function an event starts. */
const FUNCTIONS: Record<string, string> = {
  "carillon/events.received": "carillon-fan-out-event",
  "carillon/delivery.due": "carillon-deliver",
  "carillon/redelivery.requested": "carillon-redeliver",
};

interface Operation {
  op: string;
  id: string;
  name: string;
  data?: unknown;
}

async function run(target: string, functionId: string, event: SentEvent): Promise<unknown> {
  const runId = randomUUID();
  const steps: Record<string, { type: "data"; data: unknown }> = {};
  for (;;) {
    const response = await call(target, functionId, { event, steps, runId });
    const answer = (await response.json()) as unknown;
    if (response.status === 200) return answer;
    if (response.status !== 206) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    for (const operation of answer as Operation[]) {
      if (operation.op === "Sleep") await sleep(Math.max(0, Date.parse(operation.name) - Date.now()));
      else if (operation.op !== "StepRun") throw new Error(`${operation.op} is not in the script.`);
      steps[operation.id] = { type: "data", data: operation.data ?? null };
    }
  }
}

function call(
  target: string,
  functionId: string,
  {
    event,
    steps,
    runId,
  }: { event: SentEvent; steps: Record<string, { type: "data"; data: unknown }>; runId: string },
): Promise<Response> {
  const stack = Object.keys(steps);
  const body = JSON.stringify({
    event,
    events: [event],
    steps,
    version: -1,
    ctx: {
      run_id: runId,
      attempt: 0,
      max_attempts: 6,
      disable_immediate_execution: false,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  });
  return fetch(`${target}?fnId=${functionId}&stepId=step`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-inngest-signature": signature(body) },
    body,
  });
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
