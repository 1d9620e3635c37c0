import type { z } from "zod";
import { Invalid, type FieldError } from "@/lib/errors";

/** The value as its schema gives it. Throws Invalid (422) that names every wrong field and what to do about it. */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(toFieldErrors);
  const [first] = errors;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more; see errors.` : "";
  const place = first?.path ? `${first.path}: ` : "";
  throw new Invalid(`${place}${first?.message ?? "Not valid."}${more}`, errors.slice(0, MAX_ERRORS));
}

// Enough to mend a request with; a hostile one could have thousands.
const MAX_ERRORS = 50;
// Keys and texts of the caller are repeated up to this length.
const MAX_REPEATED = 100;

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map((part) => shorten(String(part))).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...(path === "" ? [] : [path]), shorten(key)].join("."),
      message: "This field is not known here. Leave it out.",
    }));
  }
  return [{ path, message: remedy(issue) }];
}

function remedy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.input);
    case "too_small":
      return `${SUBJECT[issue.origin] ?? "Must be"} ${issue.minimum} or more${unit(issue.origin)}.`;
    case "too_big":
      return `${SUBJECT[issue.origin] ?? "Must be"} ${issue.maximum} or less${unit(issue.origin)}.`;
    case "invalid_value":
      return `Must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`;
    case "invalid_format":
    case "invalid_union":
      return "Must be a moment with its zone such as 2026-06-05T14:47:14Z, or a day such as 2026-06-05.";
    default:
      return issue.message;
  }
}

const SUBJECT: Record<string, string> = { string: "Must have", array: "Must have" };
const unit = (origin: string): string =>
  origin === "string" ? " characters" : origin === "array" ? " entries" : "";

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
  return input === undefined
    ? `Is missing. Add it as ${wanted}.`
    : `Must be ${wanted}, but is ${kindOf(input)}.`;
}

function kindOf(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "number" && !Number.isFinite(input)) return "no number";
  return KINDS[typeof input] ?? typeof input;
}

const shorten = (text: string): string =>
  text.length > MAX_REPEATED ? `${text.slice(0, MAX_REPEATED).replace(/\p{Surrogate}$/u, "")}…` : text;
