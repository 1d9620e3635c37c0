import fc from "fast-check";
import { expect, test } from "vitest";
import { sequence, SEPARATOR } from "./sequence";

test("whatever JSON says, each text comes out of its sequence as it went in", () => {
  const texts = fc.array(
    fc.json().map((text) => JSON.stringify([SEPARATOR, text])),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(texts, (values) => {
      expect(sequence(values).split(SEPARATOR)).toEqual(values);
    }),
  );
});

test("NULL takes its place as an empty text", () => {
  expect(sequence(["1", null, "2"]).split(SEPARATOR)).toEqual(["1", "", "2"]);
});
