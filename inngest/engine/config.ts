/** A function as the engine runs it. */
export interface EngineFunction {
  id: string;
  maxAttempts: number;
  triggers: Trigger[];
  concurrency?: Concurrency;
}

export type Trigger = { event: string; source: string } | { cron: string };

/** At most `limit` executions at once per value at `path` inside the event; without a path, of the function. */
export interface Concurrency {
  limit: number;
  path?: string[];
}

/** Events that the engine itself sends. */
export const FUNCTION_FAILED = "inngest/function.failed";
export const SCHEDULED_TIMER = "inngest/scheduled.timer";

// Inngest's default: 4 retries after the first attempt.
const DEFAULT_RETRIES = 4;

/** A function with an option that this engine would have to ignore. */
export class UnsupportedOption extends Error {
  override name = "UnsupportedOption";
  constructor(fn: string, option: string, remedy: string) {
    super(`Function ${fn}: the embedded engine does not support ${option}. ${remedy}`);
  }
}

/**
 * Reads the functions that the SDK registers. Whatever the engine does not implement is refused by name, since an
 * option that is silently ignored is a bug that shows up in production. Throws UnsupportedOption.
 */
export function readFunctions(registered: readonly unknown[]): EngineFunction[] {
  return registered.map((raw) => readFunction(raw as Record<string, unknown>));
}

const KNOWN = new Set(["id", "name", "triggers", "steps", "concurrency"]);

function readFunction(raw: Record<string, unknown>): EngineFunction {
  const id = String(raw.id);
  for (const [option, value] of Object.entries(raw)) {
    if (KNOWN.has(option) || value === undefined || value === null) continue;
    throw new UnsupportedOption(id, `the option ${option}`, "Remove it, or use an Inngest server.");
  }
  const concurrency = readConcurrency(id, raw.concurrency);
  return {
    id,
    maxAttempts: readRetries(raw.steps) + 1,
    triggers: (raw.triggers as Record<string, unknown>[]).map((trigger) => readTrigger(id, trigger)),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}

function readRetries(steps: unknown): number {
  const { step } = steps as { step?: { retries?: { attempts?: number } } };
  return step?.retries?.attempts ?? DEFAULT_RETRIES;
}

function readTrigger(fn: string, raw: Record<string, unknown>): Trigger {
  if (raw.jitter !== undefined) {
    throw new UnsupportedOption(fn, "the cron option jitter", "Remove it.");
  }
  if (typeof raw.cron === "string") return { cron: raw.cron };
  const event = String(raw.event);
  if (raw.expression === undefined) return { event, source: "" };
  // What the SDK registers for an onFailure handler; no other expression is understood.
  const failureOf = /^event\.data\.function_id == '([^']+)'$/.exec(String(raw.expression))?.[1];
  if (event === FUNCTION_FAILED && failureOf !== undefined) return { event, source: failureOf };
  throw new UnsupportedOption(fn, "a trigger with `if`", "Decide inside the function.");
}

function readConcurrency(fn: string, raw: unknown): Concurrency | undefined {
  if (raw === undefined || raw === null) return undefined;
  const entries = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  if (entries.length !== 1) {
    throw new UnsupportedOption(fn, `${entries.length} concurrency entries`, "Give one.");
  }
  const [entry] = entries;
  if (typeof entry === "number") return { limit: readLimit(fn, entry) };
  const { limit, key, scope = "fn", ...rest } = entry as Record<string, unknown>;
  if (scope !== "fn") throw new UnsupportedOption(fn, `the concurrency scope ${String(scope)}`, 'Use "fn".');
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    throw new UnsupportedOption(fn, `the concurrency option ${unknown}`, "Remove it.");
  }
  return { limit: readLimit(fn, limit), ...readKey(fn, key) };
}

function readLimit(fn: string, limit: unknown): number {
  if (typeof limit === "number" && Number.isInteger(limit) && limit > 0) return limit;
  throw new UnsupportedOption(fn, `a concurrency limit of ${String(limit)}`, "Use a whole number from 1.");
}

function readKey(fn: string, key: unknown): { path?: string[] } {
  if (key === undefined || key === null) return {};
  const path = /^event((?:\.[A-Za-z_][A-Za-z0-9_]*)+)$/.exec(String(key))?.[1];
  if (path !== undefined) return { path: path.slice(1).split(".") };
  throw new UnsupportedOption(
    fn,
    `the concurrency key ${String(key)}`,
    "Use a plain path such as event.data.channelId.",
  );
}
