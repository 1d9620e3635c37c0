import { z } from "zod";
import { catalogue, type EventType } from "@/lib/events/catalogue";
import { fieldsOf, type FieldRow } from "./fields";
import type { JsonSchema } from "./json-schema";

/** The field table of a type's `data`, made from the schema that judges it. */
export function eventFields(type: EventType): FieldRow[] {
  // The draft's own typing allows booleans for schemas, which zod does not write here.
  return fieldsOf(z.toJSONSchema(catalogue[type].schema, { io: "input" }) as JsonSchema);
}
