import { fieldsOf, type FieldRow } from "@/lib/docs/schema/fields";
import { alternatives, plain, type Definitions, type JsonSchema } from "@/lib/docs/schema/json-schema";

/** One shape of a body. */
export interface BodyDocs {
  /** Null when there is only one. */
  name: string | null;
  fields: FieldRow[];
}

/**
 * The shapes of a body. A union with one variant for each event type is told as one shape.
 * @param names of the shapes, where there are several
 */
export function bodyVariants(
  schema: JsonSchema,
  definitions: Definitions,
  names: readonly string[],
): BodyDocs[] {
  const shapes = schema.anyOf ?? [schema];
  return shapes.map((shape, index) => ({
    name: shapes.length === 1 ? null : (names[index] ?? `Shape ${index + 1}`),
    fields: fieldsOf(merged(shape, definitions), definitions),
  }));
}

/** One object for a union of objects: what all share stays, what differs is told by its kind. */
function merged(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const variants = alternatives(schema, definitions);
  const [first] = variants;
  if (first === undefined || variants.length === 1) return mergedInside(first ?? schema, definitions);
  const properties = Object.keys(first.properties ?? {}).map((name) => [
    name,
    common(variants.map((variant) => variant.properties?.[name] ?? {})),
  ]);
  return { ...first, properties: Object.fromEntries(properties) };
}

/** A list of a union, such as the events of a batch. */
function mergedInside(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const { schema: own } = plain(schema, definitions);
  if (own.properties === undefined) return own;
  const properties = Object.entries(own.properties).map(([name, field]) => [
    name,
    field.items === undefined ? field : { ...field, items: merged(field.items, definitions) },
  ]);
  return { ...own, properties: Object.fromEntries(properties) };
}

function common(schemas: JsonSchema[]): JsonSchema {
  const [first = {}] = schemas;
  if (schemas.every((schema) => JSON.stringify(schema) === JSON.stringify(first))) return first;
  if (schemas.every((schema) => schema.const !== undefined)) {
    return { type: "string", enum: schemas.map((schema) => schema.const), description: "The event type." };
  }
  return {
    type: "object",
    description: "What happened, as the page of the event type says. Unknown fields are kept.",
  };
}
