import { Inngest, type Logger } from "inngest";
import { rawSql } from "@/db/client";
import { engineMode } from "@/lib/env";
import { log } from "@/lib/log";
import { createBridge, type Bridge } from "./engine/bridge";
import { sendEvents } from "./engine/store/send";

interface Engine {
  client: Inngest;
  bridge: Bridge;
}

// One client per process: Next bundles routes separately, and each bundle would make one of its own.
const shared = globalThis as typeof globalThis & { carillonInngest?: Engine };

shared.carillonInngest ??= createShared();

/** The client that functions are written with and events are sent through, whoever runs them. */
export const inngest = shared.carillonInngest.client;

/** Where the embedded engine of the worker connects itself. Unused when an Inngest server runs the functions. */
export const bridge = shared.carillonInngest.bridge;

/** A client whose every call ends in the given bridge. */
export function embeddedClient(bridge: Bridge): Inngest {
  return new Inngest({
    id: "carillon",
    isDev: true,
    // Beats every INNGEST_* address in the environment; nobody answers there, so no stray call leaves the process.
    baseUrl: "http://engine.invalid",
    fetch: bridge.fetch,
    logger: sdkLogger(),
    aiMetadata: false,
  });
}

function createShared(): Engine {
  const bridge = createBridge((events) => sendEvents(rawSql(), events));
  const client =
    engineMode() === "embedded"
      ? embeddedClient(bridge)
      : new Inngest({ id: "carillon", logger: sdkLogger() });
  return { client, bridge };
}

/** Without `flush` the SDK waits a timer's tick in every request; without `child` it makes no logger per request. */
function sdkLogger(): Logger & { flush(): Promise<void> } {
  return {
    debug: (...args) => write("debug", args),
    info: (...args) => write("info", args),
    warn: (...args) => write("warn", args),
    error: (...args) => write("error", args),
    flush: async () => {},
  };
}

/** The SDK calls pino's way, `(fields, message)`, or with a message alone. */
function write(level: "debug" | "info" | "warn" | "error", args: readonly unknown[]): void {
  const [first, second] = args;
  if (typeof first === "string") log()[level](first);
  else log()[level](first, typeof second === "string" ? second : undefined);
}
