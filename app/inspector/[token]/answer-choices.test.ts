import { expect, it } from "vitest";
import { CHOICES, describeAnswer, isSameAnswer, OK } from "./answer-choices";

it("offers each answer once, and the one that inspectors begin with first", () => {
  expect(CHOICES[0]?.answer).toEqual(OK);
  const doubled = CHOICES.filter(
    ({ answer }, index) => CHOICES.findIndex((other) => isSameAnswer(other.answer, answer)) !== index,
  );
  expect(doubled).toEqual([]);
});

it.each([
  [{ status: 200, body: "ok", delayMs: 0 }, "200, with “ok”"],
  [{ status: 503, body: "", delayMs: 1500 }, "503 after 1.5 s, without a body"],
  [{ status: 500, body: `a\n${"b".repeat(60)}`, delayMs: 0 }, `500, with “a ${"b".repeat(37)}…”`],
])("says an answer in a few words", (answer, words) => {
  expect(describeAnswer(answer)).toBe(words);
});
