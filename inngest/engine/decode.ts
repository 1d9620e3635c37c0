import type { FinishedStep, SdkResponse } from "./protocol";

/** An error as the SDK serializes it. */
export interface RunError {
  name: string;
  message: string;
  stack?: string;
}

/** What the engine has to do after a call. `finished` are steps to remember first. */
export type Outcome =
  | { kind: "complete" }
  | { kind: "again"; finished: FinishedStep[] }
  | { kind: "sleep"; finished: FinishedStep[]; step: string; until: Date }
  | { kind: "retry"; finished: FinishedStep[]; error: RunError; afterMs?: number }
  | { kind: "fail"; error: RunError }
  /** The engine's own trouble: called again later, at no cost to the function's attempts. */
  | { kind: "setback"; reason: string };

interface Operation {
  op?: unknown;
  id?: unknown;
  name?: unknown;
  data?: unknown;
  error?: unknown;
}

const DAY_MS = 86_400_000;

/** Reads the SDK's answer to a call. `now` in milliseconds is what durations and dates count from. */
export function decode(response: SdkResponse, now: number): Outcome {
  const body = parse(response.body);
  if (response.status === 200) return { kind: "complete" };
  if (response.status === 206 && Array.isArray(body)) return decodeOperations(body, response, now);
  const noRetry = header(response, "x-inngest-no-retry");
  if (noRetry === "true") return { kind: "fail", error: toError(body) };
  if (noRetry === "false") {
    return { kind: "retry", finished: [], error: toError(body), ...retryAfter(response, now) };
  }
  return { kind: "setback", reason: `the SDK answered ${response.status}: ${toError(body).message}` };
}

/** The finished steps among operations, in their order. */
export function finishedSteps(operations: readonly unknown[]): FinishedStep[] {
  return operations.flatMap((raw): FinishedStep[] => {
    const { op, id, data, error } = raw as Operation;
    if (typeof id !== "string") return [];
    if (op === "StepRun") return [{ id, kind: "data", json: JSON.stringify(data ?? null) }];
    if (op === "StepFailed") return [{ id, kind: "error", json: JSON.stringify(toError(error ?? data)) }];
    return [];
  });
}

function decodeOperations(operations: readonly unknown[], response: SdkResponse, now: number): Outcome {
  const finished = finishedSteps(operations);
  const open = operations.filter((raw) => !["StepRun", "StepFailed"].includes(String((raw as Operation).op)));
  const [first] = open as Operation[];
  if (first === undefined) return { kind: "again", finished };
  if (open.length > 1) return refuse(`parallel steps (${open.length} at once)`);
  switch (first.op) {
    case "RunComplete":
      return { kind: "complete" };
    case "StepError":
      return { kind: "retry", finished, error: toError(first.error), ...retryAfter(response, now) };
    case "Sleep":
      return sleep(first, finished, now);
    // Found but not run, when checkpointing used up its time: the next call runs it.
    case "StepPlanned":
    case "DiscoveryRequest":
      return { kind: "again", finished };
    default:
      return refuse(`the operation ${String(first.op)}`);
  }
}

function sleep({ id, name }: Operation, finished: FinishedStep[], now: number): Outcome {
  const until = typeof name === "string" ? sleepEnd(name, now) : undefined;
  if (typeof id !== "string" || until === undefined) return refuse(`a sleep until ${JSON.stringify(name)}`);
  return { kind: "sleep", finished, step: id, until };
}

const UNIT_MS = { w: 7 * DAY_MS, d: DAY_MS, h: 3_600_000, m: 60_000, s: 1000 } as const;

/** `step.sleepUntil` sends a date, `step.sleep` a duration like `1m30s`, empty when it is over already. */
function sleepEnd(name: string, now: number): Date | undefined {
  if (/^(\d+[wdhms])*$/.test(name)) {
    const parts = [...name.matchAll(/(\d+)([wdhms])/g)];
    return new Date(
      now + parts.reduce((sum, [, n, unit]) => sum + Number(n) * UNIT_MS[unit as keyof typeof UNIT_MS], 0),
    );
  }
  const date = new Date(name);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Seconds or a date; Inngest takes at least 1 s and at most 24 h. */
function retryAfter(response: SdkResponse, now: number): { afterMs?: number } {
  const value = header(response, "retry-after");
  if (value === undefined) return {};
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : new Date(value).getTime() - now;
  return Number.isNaN(wait) ? {} : { afterMs: Math.min(Math.max(wait, 1000), DAY_MS) };
}

function refuse(what: string): Outcome {
  return {
    kind: "fail",
    error: {
      name: "UnsupportedOperation",
      message: `The embedded engine does not run ${what}; use an Inngest server for functions that need it.`,
    },
  };
}

function header(response: SdkResponse, name: string): string | undefined {
  const entry = Object.entries(response.headers).find(([key]) => key.toLowerCase() === name);
  return entry?.[1];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function toError(value: unknown): RunError {
  if (typeof value !== "object" || value === null) return { name: "Error", message: String(value) };
  const { name, message, error, stack } = value as Record<string, unknown>;
  return {
    name: typeof name === "string" ? name : "Error",
    message: typeof message === "string" ? message : typeof error === "string" ? error : "Unknown error",
    ...(typeof stack === "string" ? { stack } : {}),
  };
}
