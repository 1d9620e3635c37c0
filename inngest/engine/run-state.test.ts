import { expect, test } from "vitest";
import { RunState } from "./run-state";

const JOB = {
  id: "run",
  fn: "fn",
  payload: "{}",
  attempt: 2,
  setbacks: 0,
  wake: null,
  steps: null,
  owner: 1,
};
const step = (id: string, json = "1") => ({ id, kind: "data", json }) as const;

test("stored steps come first, then the sleep that ended, then what finishes now", () => {
  const state = new RunState({ ...JOB, wake: "sleep", steps: '{"a":{"type":"data","data":7}}' });
  state.remember([{ id: "b", kind: "error", json: '{"message":"no"}' }]);
  expect(Object.entries(state.steps)).toEqual([
    ["a", { type: "data", data: 7 }],
    ["sleep", { type: "data", data: null }],
    ["b", { type: "error", error: { message: "no" } }],
  ]);
  expect(state.unstored.map(({ id }) => id)).toEqual(["sleep", "b"]);
  expect(state.count).toBe(3);
});

test("a finished step sets the attempts back, nothing finished does not", () => {
  const state = new RunState(JOB);
  state.remember([]);
  expect(state.attempt).toBe(2);
  state.remember([step("a")]);
  expect(state.attempt).toBe(0);
});

test("a step reported twice counts once", () => {
  const state = new RunState(JOB);
  state.remember([step("a"), step("a")]);
  expect(state.count).toBe(1);
});

test("results that could not be stored are forgotten, the end of a sleep is not", () => {
  const state = new RunState({ ...JOB, wake: "sleep" });
  state.remember([step("a")]);
  state.dropUnstored();
  expect(state.unstored.map(({ id }) => id)).toEqual(["sleep"]);
  expect(Object.keys(state.steps)).toEqual(["sleep"]);
  expect(state.count).toBe(1);
});

test("each limit is reported when it is crossed, not before", () => {
  const many = new RunState(JOB);
  many.remember(Array.from({ length: 1000 }, (_, n) => step(String(n))));
  expect(many.exceeded).toBeUndefined();
  many.remember([step("one more")]);
  expect(many.exceeded).toContain("1000 steps");

  const large = new RunState(JOB);
  large.remember([step("a", `"${"x".repeat(4_000_000)}"`)]);
  expect(large.exceeded).toContain("A step returned more than 4000000");

  const heavy = new RunState(JOB);
  for (let n = 0; n < 8; n += 1) heavy.remember([step(String(n), `"${"x".repeat(3_999_990)}"`)]);
  expect(heavy.exceeded).toBeUndefined();
  heavy.remember([step("last", `"${"x".repeat(1000)}"`)]);
  expect(heavy.exceeded).toContain("The steps returned more than 32000000");
});
