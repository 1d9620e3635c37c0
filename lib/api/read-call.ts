import type { z } from "zod";
import { Invalid, NotFound } from "@/lib/errors";
import { isPlausibleId } from "@/lib/ids";
import type { BodyRule } from "./endpoint";
import { parseJson, type Json } from "./parse-json";
import { readJsonText } from "./read-body";
import { validate } from "./validate";

/** The query as its schema gives it. Throws Invalid for unknown, repeated and wrong parameters, naming each. */
export function readQuery<Schema extends z.ZodObject>(schema: Schema, url: string): z.output<Schema> {
  // Without a prototype: a parameter may be called `__proto__`.
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of new URL(url).searchParams) {
    if (Object.hasOwn(given, name)) throw invalidParameter(name, "This parameter is given twice.");
    if (value.includes("\0")) throw invalidParameter(name, "This parameter has a NUL character.");
    given[name] = value;
  }
  return validate(schema.strict(), given) as z.output<Schema>;
}

/** The id in the path. Throws NotFound for one that no id can look like: malformed reads as unknown. */
export async function readId(context: RouteContext): Promise<string> {
  const { id } = await context.params;
  if (id === undefined || !isPlausibleId(id)) throw new NotFound("What the path names");
  return id;
}

/** What Next hands to a route handler beside the request. */
export interface RouteContext {
  params: Promise<Record<string, string>>;
}

/** The body as JSON, strictly read and not yet judged by its schema; the empty object where it may be left out. */
export async function readJson(rule: BodyRule, request: Request): Promise<{ json: Json; text: string }> {
  const text = await readJsonText(request, { required: rule.required });
  return text === null ? { json: {}, text: "" } : { json: parseJson(text, rule.depthOf), text };
}

const invalidParameter = (path: string, message: string) => {
  const shown = path.slice(0, MAX_SHOWN_NAME);
  return new Invalid(`${shown}: ${message}`, [{ path: shown, message }]);
};

// The name is the caller's own and may be of any length.
const MAX_SHOWN_NAME = 100;
