import { log } from "@/lib/log";

// During an outage everything fails several times a second; one line says as much as a thousand.
const QUIET_MS = 5000;
const loggedAt = new Map<string, number>();

/** Logs a failure of the engine's own that will be tried again. */
export function onTrouble(what: string, error: unknown): void {
  const now = performance.now();
  if (now - (loggedAt.get(what) ?? -Infinity) < QUIET_MS) return;
  loggedAt.set(what, now);
  log().warn({ err: error }, `engine: ${what} failed; it will be tried again`);
}
