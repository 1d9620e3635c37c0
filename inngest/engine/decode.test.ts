import { describe, expect, test } from "vitest";
import { decode, finishedSteps, type Outcome } from "./decode";
import type { SdkResponse } from "./protocol";

const NOW = Date.parse("2026-06-05T12:00:00.000Z");
const DAY_MS = 86_400_000;

const respond = (status: number, body: unknown, headers: Record<string, string> = {}): SdkResponse => ({
  status,
  headers,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const operations = (...list: unknown[]): SdkResponse => respond(206, list);
const noRetry = (value: "true" | "false", more: Record<string, string> = {}) => ({
  "x-inngest-no-retry": value,
  ...more,
});
const ERROR = { name: "TypeError", message: "no", stack: "TypeError: no\n at x", __serialized: true };
const SEEN_ERROR = { name: "TypeError", message: "no", stack: "TypeError: no\n at x" };

describe("what an answer of the SDK means", () => {
  const table: Record<string, [SdkResponse, Outcome]> = {
    "a returned value ends the run": [respond(200, { any: "value" }), { kind: "complete" }],
    "nothing returned ends it too": [respond(200, "null"), { kind: "complete" }],
    "a step that ran is remembered": [
      operations({ op: "StepRun", id: "s1", data: { a: [1] }, opts: {}, rawArgs: ["junk"] }),
      { kind: "again", finished: [{ id: "s1", kind: "data", json: '{"a":[1]}' }] },
    ],
    "a step without a value is remembered as null": [
      operations({ op: "StepRun", id: "s1" }),
      { kind: "again", finished: [{ id: "s1", kind: "data", json: "null" }] },
    ],
    "buffered steps and the end arrive together": [
      operations({ op: "StepRun", id: "s1", data: 1 }, { op: "RunComplete", id: "end", data: 2 }),
      { kind: "complete" },
    ],
    "buffered steps that could not be checkpointed are remembered in order": [
      operations({ op: "StepRun", id: "s1", data: 1 }, { op: "StepRun", id: "s2", data: 2 }),
      {
        kind: "again",
        finished: [
          { id: "s1", kind: "data", json: "1" },
          { id: "s2", kind: "data", json: "2" },
        ],
      },
    ],
    "a step that fails may be tried again": [
      respond(206, [{ op: "StepError", id: "s1", error: ERROR }], noRetry("false")),
      { kind: "retry", finished: [], error: SEEN_ERROR },
    ],
    "a step that fails for good is remembered as its error": [
      respond(206, [{ op: "StepFailed", id: "s1", error: ERROR, data: ERROR }], noRetry("true")),
      { kind: "again", finished: [{ id: "s1", kind: "error", json: JSON.stringify(SEEN_ERROR) }] },
    ],
    "a sleep until a date keeps its milliseconds": [
      operations({ op: "Sleep", id: "s1", name: "2026-06-05T12:00:01.234Z" }),
      { kind: "sleep", finished: [], step: "s1", until: new Date(NOW + 1234) },
    ],
    "a sleep for a while is added up": [
      operations({ op: "Sleep", id: "s1", name: "1w2d3h4m5s" }),
      {
        kind: "sleep",
        finished: [],
        step: "s1",
        until: new Date(NOW + 9 * DAY_MS + 3 * 3_600_000 + 4 * 60_000 + 5000),
      },
    ],
    "a sleep for no time is over": [
      operations({ op: "Sleep", id: "s1", name: "" }),
      { kind: "sleep", finished: [], step: "s1", until: new Date(NOW) },
    ],
    "a step found but not run is asked for again": [
      operations({ op: "StepPlanned", id: "s1" }),
      { kind: "again", finished: [] },
    ],
    "a discovery is asked for again": [
      operations({ op: "DiscoveryRequest", id: "d" }),
      { kind: "again", finished: [] },
    ],
    "a function that throws may be tried again": [
      respond(500, ERROR, noRetry("false")),
      { kind: "retry", finished: [], error: SEEN_ERROR },
    ],
    "a function that throws for good has failed": [
      respond(400, ERROR, noRetry("true")),
      { kind: "fail", error: SEEN_ERROR },
    ],
    "header names may come in any case": [
      respond(400, ERROR, { "X-Inngest-No-Retry": "true" }),
      { kind: "fail", error: SEEN_ERROR },
    ],
    "an internal error of the SDK is no fault of the function": [
      respond(500, { type: "internal", name: "Error", message: "unknown function" }),
      { kind: "setback", reason: "the SDK answered 500: unknown function" },
    ],
    "an answer that is not JSON is a setback": [
      respond(502, "<html>"),
      { kind: "setback", reason: "the SDK answered 502: <html>" },
    ],
    "206 without operations is a setback": [
      respond(206, { error: "odd" }),
      { kind: "setback", reason: "the SDK answered 206: odd" },
    ],
  };
  test.each(Object.entries(table))("%s", (_, [response, outcome]) => {
    expect(decode(response, NOW)).toEqual(outcome);
  });
});

describe("when a retry with retry-after comes", () => {
  test.each([
    ["30", 30_000],
    ["0", 1000],
    ["999999", DAY_MS],
    ["2026-06-05T12:01:00.500Z", 60_500],
    ["2026-06-05T11:00:00.000Z", 1000],
    ["2027-06-05T11:00:00.000Z", DAY_MS],
    ["soon", undefined],
  ])("%s", (value, afterMs) => {
    const response = respond(500, ERROR, noRetry("false", { "retry-after": value }));
    expect(decode(response, NOW)).toEqual({ kind: "retry", finished: [], error: SEEN_ERROR, afterMs });
  });
});

describe("what the engine does not do", () => {
  test.each([
    ["WaitForEvent", "the operation WaitForEvent"],
    ["InvokeFunction", "the operation InvokeFunction"],
    ["WaitForSignal", "the operation WaitForSignal"],
    ["AIGateway", "the operation AIGateway"],
    ["DeferAdd", "the operation DeferAdd"],
  ])("%s fails the run and says why", (op, what) => {
    const outcome = decode(operations({ op, id: "s1", name: "x" }), NOW);
    expect(outcome).toMatchObject({ kind: "fail", error: { name: "UnsupportedOperation" } });
    expect(outcome.kind === "fail" && outcome.error.message).toContain(what);
  });

  test("parallel steps fail the run and say how many", () => {
    const outcome = decode(operations({ op: "StepPlanned", id: "a" }, { op: "StepPlanned", id: "b" }), NOW);
    expect(outcome.kind === "fail" && outcome.error.message).toContain("parallel steps (2 at once)");
  });

  test("a sleep that can't be read fails the run", () => {
    expect(decode(operations({ op: "Sleep", id: "a", name: "whenever" }), NOW).kind).toBe("fail");
  });
});

test("of a checkpoint only finished steps count", () => {
  const steps = finishedSteps([
    { op: "StepRun", id: "a", data: "x" },
    { op: "StepPlanned", id: "b" },
    { op: "StepRun", data: "without id" },
  ]);
  expect(steps).toEqual([{ id: "a", kind: "data", json: '"x"' }]);
});
