import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOf, scanJson } from "./scan-json";

const problem = (text: string) => {
  const scan = scanJson(text, "data");
  return scan.ok ? null : `${lineOf(text, scan.problem.offset)}: ${scan.problem.message}`;
};

describe("mistakes are named at their line", () => {
  it.each([
    ["", "1: A value is missing here."],
    ['{\n  "a": 1\n  "b": 2\n}', "3: Write a comma or a closing brace here."],
    ['{\n  "a": 1,\n}', "3: Write a name in double quotes here."],
    ["{\n  a: 1\n}", "2: Write a name in double quotes here."],
    ['{\n  "a" 1\n}', "2: Write a colon after the name."],
    ['{"a": [1,\n 2', "2: Write a comma or a closing bracket here."],
    ['{"a": "x}', "1: This text is not closed, or holds a character that must be escaped."],
    ["{} {}", "1: Nothing may follow the last brace."],
    [
      '{"a": undefined}',
      "1: Write a value here: text in double quotes, a number, true, false, null, { or [.",
    ],
    [`${"[".repeat(40)}`, "1: Nested deeper than 32 levels."],
  ])("%s", (text, expected) => expect(problem(text)).toBe(expected));
});

it("finds every place of a value", () => {
  const text = '{\n  "task": {\n    "title": "x",\n    "tags": [\n      "a",\n      "b"\n    ]\n  }\n}';
  const scan = scanJson(text, "data");
  const line = (path: string) => (scan.ok ? lineOf(text, scan.positions.get(path) ?? -1) : null);
  expect([line("data"), line("data.task"), line("data.task.title"), line("data.task.tags.1")]).toEqual([
    1, 2, 3, 6,
  ]);
});

it("accepts exactly what JSON.parse accepts, and reads the same value", () => {
  const accepts = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const broken = fc
    .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom("", ",", "}", '"', "\\", "\n", "0", "e", ":"))
    .map(([json, at, put]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 4 }), broken, fc.string()), (text) => {
      const scan = scanJson(text, "data");
      expect(scan.ok).toBe(accepts(text));
      if (scan.ok) expect(scan.value).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});
