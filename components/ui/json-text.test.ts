import { describe, expect, it } from "vitest";
import { tokens } from "./json-text";

describe("tokens", () => {
  it("tells keys, strings, numbers and words apart", () => {
    const kinds = tokens('{"a": "b", "n": -1.5e3, "w": null}').filter((token) => token.kind !== "plain");
    expect(kinds.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'key "a"',
      'string "b"',
      'key "n"',
      "number -1.5e3",
      'key "w"',
      "word null",
    ]);
  });

  it.each(['{"a\\"b": "c\\\\"}', "not json at all <b>", '{"open": "never closed', ""])(
    "loses no character of %j",
    (text) => {
      expect(
        tokens(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    },
  );
});
