import type { z } from "zod";
import type { FieldError } from "@/lib/errors";
import { catalogue, type EventData, type EventType } from "./catalogue";

export type Validation = { ok: true; data: EventData } | { ok: false; errors: FieldError[] };

/**
 * Judges `data` by its type's schema. On success `data` is the very value that came in, unknown fields and key order
 * included; on failure every wrong place is named with a path such as `data.task.title` and a remedy.
 */
export function validateData(type: EventType, data: unknown): Validation {
  const result = catalogue[type].schema.safeParse(data, { reportInput: true });
  if (result.success) return { ok: true, data: data as EventData };
  return { ok: false, errors: result.error.issues.map(toFieldError) };
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  return { path: ["data", ...issue.path.map(String)].join("."), message: remedy(issue) };
}

function remedy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.input);
    case "too_small":
      return issue.origin === "string" ? "Must not be empty." : `Must be ${issue.minimum} or more.`;
    case "too_big":
      return `Must be ${issue.maximum} or less.`;
    case "invalid_value":
      return `Must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`;
    default:
      return issue.message;
  }
}

const KINDS: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function wrongType(expected: string, input: unknown): string {
  const wanted = KINDS[expected] ?? `of type ${expected}`;
  if (input === undefined) return `Is missing. Add it as ${wanted}.`;
  return `Must be ${wanted}, but is ${kindOf(input)}.`;
}

function kindOf(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  return KINDS[typeof input] ?? typeof input;
}
