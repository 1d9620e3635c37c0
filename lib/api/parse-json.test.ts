import { describe, expect, test } from "vitest";
import { MAX_DEPTH, parseJson } from "./parse-json";
import { ApiProblem } from "./problem";

const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

/** The code and place of the refusal, or the parsed value. */
function outcome(text: string, depthOf?: () => number): unknown {
  try {
    return { value: parseJson(text, depthOf) };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { code: error.code, path: error.options.errors?.[0]?.path };
  }
}

describe("what is not JSON is refused as such", () => {
  test.each([
    ["nothing", ""],
    ["a cut object", '{"a":'],
    ["trailing data", "{} {}"],
    ["NaN", "NaN"],
    ["a comment", "{/* */}"],
    ["single quotes", "{'a':1}"],
    ["a raw control character", '{"a":"\u0001"}'],
    ["a raw NUL", '{"a":"\0"}'],
    ["a byte order mark", '\uFEFF{"a":1}'],
    ["UTF-16 read as UTF-8", "{\0}\0"],
  ])("%s", (_, text) => {
    expect(outcome(text)).toMatchObject({ code: "not_json" });
  });
});

describe("nesting", () => {
  test("32 levels pass, 33 do not", () => {
    expect(outcome(nested(MAX_DEPTH))).toHaveProperty("value");
    expect(outcome(nested(MAX_DEPTH + 1))).toMatchObject({ code: "too_deep" });
  });

  test("objects count like lists", () => {
    const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    expect(outcome(objects(MAX_DEPTH))).toHaveProperty("value");
    expect(outcome(objects(MAX_DEPTH + 1))).toEqual({
      code: "too_deep",
      path: Array(MAX_DEPTH).fill("a").join("."),
    });
  });

  test("a value may be granted more", () => {
    expect(outcome(nested(MAX_DEPTH + 2), () => MAX_DEPTH + 2)).toHaveProperty("value");
  });

  test("half a megabyte of brackets is refused within a second and without an overflow", () => {
    const before = performance.now();
    expect(outcome(nested(500_000))).toMatchObject({ code: "too_deep" });
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe("texts that can't be kept", () => {
  test.each([
    ["an escaped NUL", '{"a":{"b":"x\\u0000y"}}', "a.b"],
    ["a high surrogate alone", '{"a":["\\ud83d"]}', "a.0"],
    ["a low surrogate alone", '{"a":"\\ude00"}', "a"],
    ["a pair in the wrong order", '{"a":"\\ude00\\ud83d"}', "a"],
    ["a NUL in a key", '{"a":{"b\\u0000":1}}', "a"],
    ["half a pair in a key", '{"\\ud83d":1}', ""],
  ])("%s is refused with its place", (_, text, path) => {
    expect(outcome(text)).toEqual({ code: "forbidden_text", path });
  });

  test("an escaped pair and an escaped letter pass", () => {
    expect(outcome('{"a":"\\ud83d\\ude00 \\u00e9"}')).toEqual({ value: { a: "😀 é" } });
  });
});

describe("__proto__", () => {
  test.each([
    ["as it is", '{"data":{"__proto__":{"admin":true}}}', "data.__proto__"],
    ["escaped", '{"\\u005f_proto__":1}', "__proto__"],
    ["in a list", '[{"__proto__":null}]', "0.__proto__"],
  ])("is refused as a key: %s", (_, text, path) => {
    expect(outcome(text)).toEqual({ code: "forbidden_key", path });
  });

  test("is fine as a text, and other names of prototypes are fine as keys", () => {
    expect(outcome('{"a":"__proto__","constructor":1,"prototype":2}')).toHaveProperty("value");
  });
});

describe("numbers", () => {
  test.each(["1e400", "-1e400", "9007199254740993", "-9007199254740993", "1e300"])(
    "%s is refused",
    (text) => {
      expect(outcome(`{"a":{"n":${text}}}`)).toEqual({ code: "number_out_of_range", path: "a.n" });
    },
  );

  test.each(["9007199254740991", "-0", "0.1", "1e-400", "1.5e300"])(
    "%s is judged by what it becomes",
    (text) => {
      const number = Number(text);
      const kept = !Number.isInteger(number) || Number.isSafeInteger(number);
      expect(outcome(text)).toEqual(kept ? { value: number } : { code: "number_out_of_range", path: "" });
    },
  );
});

test("of a repeated key the last value counts", () => {
  expect(outcome('{"a":1,"b":2,"a":3}')).toEqual({ value: { a: 3, b: 2 } });
});

test("a path is shortened without cutting a character in half", () => {
  const key = "😀".repeat(300);
  expect(outcome(`{"a":{"${key}":1e400}}`)).toEqual({
    code: "number_out_of_range",
    path: `a.${"😀".repeat(99)}…`,
  });
});

test("ten thousand keys and a million characters pass", () => {
  const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index]));
  expect(outcome(JSON.stringify(keys))).toEqual({ value: keys });
  expect(outcome(JSON.stringify("x".repeat(1_000_000)))).toHaveProperty("value");
});
