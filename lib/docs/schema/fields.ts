import { alternatives, plain, type Definitions, type JsonSchema } from "./json-schema";

/** One row of a field table. */
export interface FieldRow {
  /** The way to it: `task.id`, `answers[].question`, `changes.*.from`. */
  path: string;
  /** As people read it: `string`, `list of objects`, `one of teams, slack, webhook`. */
  type: string;
  required: boolean;
  nullable: boolean;
  description: string;
  /** Lengths, ranges and the default, as one phrase; empty when there are none. */
  limits: string;
}

/** Every field of an object schema, each object before what is in it. An object that may hold anything is one row. */
export function fieldsOf(schema: JsonSchema, definitions: Definitions = {}): FieldRow[] {
  const { schema: object } = plain(schema, definitions);
  return rowsOf(object, "", definitions);
}

function rowsOf(object: JsonSchema, prefix: string, definitions: Definitions): FieldRow[] {
  const required = new Set(object.required ?? []);
  return Object.entries(object.properties ?? {}).flatMap(([name, field]) =>
    rowsAt(field, `${prefix}${name}`, required.has(name), definitions),
  );
}

function rowsAt(field: JsonSchema, path: string, required: boolean, definitions: Definitions): FieldRow[] {
  const { schema, nullable } = plain(field, definitions);
  const row: FieldRow = {
    path,
    type: typeName(schema, definitions),
    required,
    nullable,
    description: schema.description ?? "",
    limits: limitsOf(schema),
  };
  const variants = alternatives(schema, definitions).flatMap((variant) => inside(variant, path, definitions));
  return [row, ...distinct(variants)];
}

/** The fields within a value: of an object, of the items of a list, of the values of a record. */
function inside(schema: JsonSchema, path: string, definitions: Definitions): FieldRow[] {
  if (schema.items !== undefined) {
    const { schema: item } = plain(schema.items, definitions);
    return inside(item, `${path}[]`, definitions);
  }
  const values = schema.additionalProperties;
  if (schema.properties === undefined && typeof values === "object") {
    return inside(plain(values, definitions).schema, `${path}.*`, definitions);
  }
  return rowsOf(schema, `${path}.`, definitions);
}

/** Alternatives may share fields; each is told once. */
const distinct = (rows: FieldRow[]): FieldRow[] => [...new Map(rows.map((row) => [row.path, row])).values()];

/** The name of a type for people. */
export function typeName(schema: JsonSchema, definitions: Definitions = {}): string {
  const { schema: own } = plain(schema, definitions);
  if (own.const !== undefined) return JSON.stringify(own.const);
  if (own.enum !== undefined) return enumName(own.enum);
  if (own.anyOf !== undefined) {
    return [...new Set(own.anyOf.map((variant) => typeName(variant, definitions)))].join(" or ");
  }
  if (own.items !== undefined) return `list of ${plural(typeName(own.items, definitions))}`;
  if (own.format === "date-time") return "moment";
  if (own.format === "date") return "date";
  return typeof own.type === "string" ? own.type : "any";
}

/** More values than this are named by their number. */
const MAX_VALUES = 8;

const enumName = (values: unknown[]): string =>
  values.length > MAX_VALUES ? `one of ${values.length} values` : `one of ${values.join(", ")}`;

const plural = (name: string): string =>
  name === "any" ? "anything" : name.startsWith("one of") ? name : `${name}s`;

function limitsOf(schema: JsonSchema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const parts = [
    between(minLength === 1 ? undefined : minLength, maxLength, "characters"),
    minLength === 1 ? "not empty" : "",
    between(minItems, maxItems, "items"),
    // Zod writes the safe integers out for every whole number.
    between(minimum, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum, ""),
    schema.default === undefined ? "" : `default ${JSON.stringify(schema.default)}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function between(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return "";
  const range =
    least === undefined
      ? `at most ${most}`
      : most === undefined
        ? `at least ${least}`
        : `${least} to ${most}`;
  return unit === "" ? range : `${range} ${unit}`;
}
