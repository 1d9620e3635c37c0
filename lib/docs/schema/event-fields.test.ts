import { describe, expect, test } from "vitest";
import { catalogue, EVENT_TYPES, type EventData } from "@/lib/events/catalogue";
import { eventFields } from "./event-fields";
import type { FieldRow } from "./fields";

const rowPaths = (rows: FieldRow[]): ReadonlySet<string> => new Set(rows.map(({ path }) => path));

/** The ways to all fields of a value that stand in no row. Below a row that describes nothing, all is free. */
function missing(value: unknown, path: string, rows: ReadonlySet<string>): string[] {
  const [step, children] = Array.isArray(value)
    ? ["[]", value.map((item) => ["", item])]
    : [".", entriesOf(value)];
  const described = [...rows].some((row) => row.startsWith(path === "" ? row : `${path}${step}`));
  if (!described) return [];
  return children.flatMap(([name, child]) => {
    const named = path === "" ? name : `${path}${step}${name}`;
    const known = step === "[]" || rows.has(named);
    const record = `${path}.*`;
    if (known) return missing(child, named, rows);
    return [...rows].some((row) => row.startsWith(record)) ? missing(child, record, rows) : [named];
  });
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

describe.each(EVENT_TYPES)("the field table of %s", (type) => {
  const rows = eventFields(type);

  test("has every field of the schema at its top, required ones as such", () => {
    const { shape } = catalogue[type].schema;
    const top = rows.filter(({ path }) => /^\w+$/.test(path));
    expect(top.map(({ path }) => path)).toEqual(Object.keys(shape));
    for (const { path, required } of top) {
      expect({ path, required }).toEqual({ path, required: !shape[path]?.safeParse(undefined).success });
    }
  });

  test("names a type and a meaning for every field, and no field twice", () => {
    expect(rows.filter((row) => row.type === "" || row.description === "")).toEqual([]);
    expect(rowPaths(rows).size).toBe(rows.length);
  });

  test("covers every field of every sample, to its depth", () => {
    const paths = rowPaths(rows);
    for (const sample of Object.values<EventData>(catalogue[type].samples)) {
      expect(missing(sample, "", paths)).toEqual([]);
    }
  });

  test("would not cover a field that the schema does not know", () => {
    const sample = { ...catalogue[type].samples.typical, unheard: 1 };
    expect(missing(sample, "", rowPaths(rows))).toEqual(["unheard"]);
  });

  test("calls a field nullable exactly when the schema takes null there", () => {
    for (const { path, nullable } of rows.filter((row) => /^\w+$/.test(row.path))) {
      const takesNull = catalogue[type].schema.shape[path]?.safeParse(null).success === true;
      expect({ path, nullable }).toEqual({ path, nullable: takesNull });
    }
  });
});
