import { z } from "zod";
import { expect, test } from "vitest";
import { fieldsOf } from "./fields";
import type { JsonSchema } from "./json-schema";

const rowsOf = (schema: z.ZodType) =>
  fieldsOf(z.toJSONSchema(schema, { io: "input" }) as JsonSchema).map(
    ({ path, type, required, nullable, limits }) =>
      [path, type + (nullable ? " or null" : ""), required ? "required" : "optional", limits].join(" | "),
  );

test("an object comes before its fields; lists and records are written as [] and *", () => {
  const schema = z.object({
    task: z.object({ id: z.string().min(1) }),
    tags: z.array(z.string()).max(3).optional(),
    rows: z.array(z.object({ cell: z.number() })),
    changes: z.record(z.string(), z.object({ from: z.unknown().optional() })),
  });
  expect(rowsOf(schema)).toEqual([
    "task | object | required | ",
    "task.id | string | required | not empty",
    "tags | list of strings | optional | at most 3 items",
    "rows | list of objects | required | ",
    "rows[].cell | number | required | ",
    "changes | object | required | ",
    "changes.*.from | any | optional | ",
  ]);
});

test("null, choices, dates, ranges and defaults are told", () => {
  const schema = z.object({
    who: z.object({ name: z.string() }).nullish(),
    state: z.enum(["on", "off"]).nullable(),
    many: z.enum(["a", "b", "c", "d", "e", "f", "g", "h", "i"]),
    at: z.union([z.iso.datetime(), z.iso.date()]),
    count: z.int().min(1).max(100).default(50),
  });
  expect(rowsOf(schema)).toEqual([
    "who | object or null | optional | ",
    "who.name | string | required | ",
    "state | one of on, off or null | required | ",
    "many | one of 9 values | required | ",
    "at | moment or date | required | ",
    "count | integer | optional | 1 to 100, default 50",
  ]);
});

test("references are followed, and one that leads nowhere is an error", () => {
  const schema = { type: "object", properties: { row: { $ref: "#/components/schemas/Row" } } };
  const row = { type: "object", properties: { id: { type: "string" } } };
  expect(fieldsOf(schema, { Row: row }).map(({ path }) => path)).toEqual(["row", "row.id"]);
  expect(() => fieldsOf(schema, {})).toThrow("#/components/schemas/Row is not defined");
});
