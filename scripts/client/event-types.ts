import { z } from "zod";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";

interface JsonSchema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
}

/** TypeScript source with one interface that maps each event type to its data, made from the catalogue's schemas. */
export function eventDataSource(): string {
  const members = EVENT_TYPES.map((type) => {
    const schema = z.toJSONSchema(catalogue[type].schema, { io: "input" }) as JsonSchema;
    return `/** ${catalogue[type].description} */\n${JSON.stringify(type)}: ${typeOf(schema)};`;
  });
  return [
    "// Made from the event catalogue by `npm run client`. Do not edit.",
    "",
    "/** The data of each event type. Further fields are kept and passed on. */",
    "export interface EventDataByType {",
    ...members,
    "}",
    "",
  ].join("\n");
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return `(${schema.anyOf.map(typeOf).join(" | ")})`;
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" | ");
  switch (schema.type) {
    case "object":
      return objectType(schema);
    case "array":
      return `Array<${typeOf(schema.items ?? {})}>`;
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    default:
      return "unknown";
  }
}

function objectType(schema: JsonSchema): string {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const comment = field.description === undefined ? "" : `/** ${field.description} */\n`;
    return `${comment}${JSON.stringify(name)}${required.has(name) ? "" : "?"}: ${typeOf(field)};`;
  });
  const { additionalProperties: extra } = schema;
  const rest =
    extra === false || extra === undefined
      ? []
      : [`[extra: string]: ${extra === true || fields.length > 0 ? "unknown" : typeOf(extra)};`];
  return `{\n${[...fields, ...rest].join("\n")}\n}`;
}
