import { expect, it } from "vitest";
import { answerOf, draftOf } from "./answer-draft";

it("writes an answer as text and reads it back unchanged", () => {
  const answer = { status: 503, delayMs: 1500, body: "later" };
  expect(draftOf(answer)).toEqual({ status: "503", seconds: "1.5", body: "later" });
  expect(answerOf(draftOf(answer))).toEqual(answer);
});

it("never takes an empty field for zero", () => {
  expect(answerOf({ status: " ", seconds: "", body: "" })).toEqual({ status: NaN, delayMs: NaN, body: "" });
  expect(answerOf({ status: "many", seconds: "0.01", body: "" })).toEqual({
    status: NaN,
    delayMs: 10,
    body: "",
  });
});
