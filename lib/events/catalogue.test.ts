import { describe, expect, it } from "vitest";
import { z } from "zod";
import { catalogue, EVENT_GROUPS, EVENT_TYPES, isEventType, SAMPLE_NAMES } from "./catalogue";
import { validateData } from "./validate";

interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** Paths of the fields that a reader of the documentation would find without a word. */
function undescribed(schema: JsonSchema, path: string): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(([name, field]) => [`${path}.${name}`, field] as const),
    ...(schema.items ? [[`${path}[]`, schema.items] as const] : []),
  ];
  const own = inner.filter(([, field]) => !field.description).map(([name]) => name);
  const alternatives = (schema.anyOf ?? []).flatMap((field) => undescribed(field, path));
  return [...own, ...alternatives, ...inner.flatMap(([name, field]) => undescribed(field, name))];
}

describe.each(EVENT_TYPES)("%s", (type) => {
  const definition = catalogue[type];

  it("knows its own name, a group and words for people", () => {
    expect(definition.type).toBe(type);
    expect(EVENT_GROUPS).toContain(definition.group);
    expect(definition.label).toMatch(/^[A-Z].{3,40}$/);
    expect(definition.description).toMatch(/^[A-Z].{10,120}\.$/);
  });

  it.each(SAMPLE_NAMES)("has a valid %s sample that survives JSON", (name) => {
    const sample = definition.samples[name];
    expect(validateData(type, sample)).toEqual({ ok: true, data: sample });
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });

  it("keeps its samples within what the API accepts", () => {
    for (const name of SAMPLE_NAMES) {
      const json = JSON.stringify(definition.samples[name]);
      // An event may have 256 KiB; most of that is data.
      expect(new TextEncoder().encode(json).length).toBeLessThan(250 * 1024);
      expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }
  });

  it("describes every field in its JSON Schema and allows unknown ones", () => {
    const schema = z.toJSONSchema(definition.schema, { io: "input" });
    expect(undescribed(schema as JsonSchema, "data")).toEqual([]);
    expect(schema.additionalProperties).toEqual({});
  });
});

describe("the catalogue", () => {
  it("leaves only the news about channels out of “all event types”", () => {
    expect(EVENT_TYPES.filter((type) => catalogue[type].optIn)).toEqual(["channel.disabled"]);
  });

  it("uses every group, and lists a group's types together", () => {
    const order = EVENT_TYPES.map((type) => catalogue[type].group);
    expect(order.filter((group, index) => group !== order[index - 1])).toEqual([...EVENT_GROUPS]);
  });

  it("tells event types from other values", () => {
    expect(isEventType("task.created")).toBe(true);
    for (const value of ["task.exploded", "", "toString", "__proto__", null, 7, ["task.created"]])
      expect(isEventType(value)).toBe(false);
  });
});
