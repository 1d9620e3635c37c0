/** The part of JSON Schema (2020-12) that zod writes for our schemas. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** Finds what a `$ref` names; the schemas of a document, by name. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

/** A schema that is neither a reference nor “this or null”. */
export interface PlainSchema {
  schema: JsonSchema;
  nullable: boolean;
}

/** Follows references and takes “or null” apart. Throws for a reference that leads nowhere. */
export function plain(schema: JsonSchema, definitions: Definitions = {}): PlainSchema {
  if (schema.$ref !== undefined) return plain(definition(schema.$ref, definitions), definitions);
  if (Array.isArray(schema.type)) return withoutNull(schema, schema.type);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants === undefined) return { schema, nullable: schema.type === "null" };
  const others = variants.filter((variant) => variant.type !== "null");
  const [only] = others;
  if (only === undefined || others.length > 1) {
    return {
      schema: { ...schema, anyOf: others, oneOf: undefined },
      nullable: others.length < variants.length,
    };
  }
  const inner = plain(only, definitions);
  const description = schema.description ?? inner.schema.description;
  return {
    schema: { ...inner.schema, ...(description && { description }) },
    nullable: inner.nullable || others.length < variants.length,
  };
}

/** The alternatives of a union, followed to their ends; the schema itself when it is none. */
export function alternatives(schema: JsonSchema, definitions: Definitions = {}): JsonSchema[] {
  const { schema: own } = plain(schema, definitions);
  return own.anyOf === undefined ? [own] : own.anyOf.flatMap((variant) => alternatives(variant, definitions));
}

function definition(reference: string, definitions: Definitions): JsonSchema {
  const found = definitions[reference.replace(/^#\/components\/schemas\//, "")];
  if (found === undefined) throw new Error(`The schema ${reference} is not defined.`);
  return found;
}

function withoutNull(schema: JsonSchema, types: string[]): PlainSchema {
  const others = types.filter((type) => type !== "null");
  const [only] = others;
  const type = others.length === 1 && only !== undefined ? only : others;
  return { schema: { ...schema, type }, nullable: others.length < types.length };
}
