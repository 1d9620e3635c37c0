import { expect, it } from "vitest";
import {
  EMPTY_DRAFT,
  problemAfter,
  problemBeforeSending,
  problemOf,
  type FormProblem,
} from "./channel-draft";

const PROBLEM: FormProblem = {
  message: "The channel was not created: some fields are not usable.",
  fields: { url: "Not a URL.", "headers.Host": "Reserved.", "eventTypes.3": "Unknown." },
};

it("forgets what was said about a field once it is changed, and keeps the rest", () => {
  const after = problemAfter(PROBLEM, EMPTY_DRAFT, { ...EMPTY_DRAFT, url: "https://x.test", headers: [] });
  expect(after).toEqual({ ...PROBLEM, fields: { "eventTypes.3": "Unknown." } });
});

it("forgets everything once no field is left", () => {
  const only: FormProblem = { message: "One field.", fields: { url: "Not a URL." } };
  expect(problemAfter(only, EMPTY_DRAFT, { ...EMPTY_DRAFT, url: "h" })).toBeNull();
  expect(
    problemAfter({ message: "Busy.", fields: {} }, EMPTY_DRAFT, { ...EMPTY_DRAFT, name: "n" }),
  ).toBeNull();
});

it("finds the message of a field in those of its entries", () => {
  expect(problemOf(PROBLEM, "eventTypes")).toBe("Unknown.");
  expect(problemOf(PROBLEM, "event")).toBeUndefined();
});

it("sees a header that is there twice before anything is sent", () => {
  const header = (name: string) => ({ key: name, name, value: "1", stored: false });
  const draft = { ...EMPTY_DRAFT, headers: [header("X-A"), header("x-a")] };
  expect(problemBeforeSending(draft)?.fields).toEqual({ "headers.x-a": "This header is given twice." });
  expect(problemBeforeSending(EMPTY_DRAFT)).toBeNull();
});
