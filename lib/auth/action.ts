import "server-only";
import { z } from "zod";
import { DomainError, Invalid } from "@/lib/errors";
import type { Access, Need } from "./access";
import { requireForAction } from "./require";

/** What a server action answers. `fields` has one sentence for each field that is wrong. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; error: { code: string; message: string; fields: Record<string, string> } };

/**
 * A server action of owners and admins: authorised first, then the input is parsed, then `run` is called. Refusals come
 * back as values; 401, 403 and 404 of the workspace as HTTP statuses. Next has compared Origin and Host before.
 */
export const managerAction = <Schema extends z.ZodType, Data>(
  schema: Schema,
  run: (access: Access, input: z.output<Schema>) => Promise<Data>,
): ((workspace: string, input: z.input<Schema>) => Promise<ActionResult<Data>>) =>
  guardedAction("manager", schema, run);

function guardedAction<Schema extends z.ZodType, Data>(
  need: Need,
  schema: Schema,
  run: (access: Access, input: z.output<Schema>) => Promise<Data>,
) {
  return async (workspace: string, input: z.input<Schema>): Promise<ActionResult<Data>> => {
    // A client may send anything as an argument.
    const access = await requireForAction(z.string().max(200).catch("").parse(workspace), need);
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refused(asInvalid(parsed.error));
    try {
      return { ok: true, data: await run(access, parsed.data) };
    } catch (error) {
      if (error instanceof DomainError) return refused(error);
      throw error;
    }
  };
}

const asInvalid = (error: z.ZodError): Invalid =>
  new Invalid(
    "Some fields need another look.",
    error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );

function refused(error: DomainError): ActionResult<never> {
  const fields: Record<string, string> = {};
  if (error instanceof Invalid) {
    for (const { path, message } of error.errors) fields[path] ??= message;
  }
  return { ok: false, error: { code: error.code, message: error.message, fields } };
}
