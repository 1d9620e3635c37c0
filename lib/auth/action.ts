import "server-only";
import { unauthorized } from "next/navigation";
import { z } from "zod";
import { DomainError, Invalid } from "@/lib/errors";
import type { AccountContext, VisitorContext } from "@/lib/operations/account-context";
import type { Access, Need } from "./access";
import { accountContext, visitorContext } from "./account";
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
  workspaceAction("manager", schema, run);

/** The same for everybody in the workspace. */
export const memberAction = <Schema extends z.ZodType, Data>(
  schema: Schema,
  run: (access: Access, input: z.output<Schema>) => Promise<Data>,
): ((workspace: string, input: z.input<Schema>) => Promise<ActionResult<Data>>) =>
  workspaceAction("member", schema, run);

/** A server action on the account of whoever is signed in; 401 for nobody. */
export const accountAction =
  <Schema extends z.ZodType, Data>(
    schema: Schema,
    run: (account: AccountContext, input: z.output<Schema>) => Promise<Data>,
  ) =>
  async (input: z.input<Schema>): Promise<ActionResult<Data>> => {
    const account = await accountContext();
    if (!account) unauthorized();
    return answer(schema, input, (parsed) => run(account, parsed));
  };

/** A server action that anybody may call: what permits it is in its input, and the operation judges that. */
export const visitorAction =
  <Schema extends z.ZodType, Data>(
    schema: Schema,
    run: (visitor: VisitorContext, input: z.output<Schema>) => Promise<Data>,
  ) =>
  async (input: z.input<Schema>): Promise<ActionResult<Data>> =>
    answer(schema, input, async (parsed) => run(await visitorContext(), parsed));

function workspaceAction<Schema extends z.ZodType, Data>(
  need: Need,
  schema: Schema,
  run: (access: Access, input: z.output<Schema>) => Promise<Data>,
) {
  return async (workspace: string, input: z.input<Schema>): Promise<ActionResult<Data>> => {
    // A client may send anything as an argument.
    const access = await requireForAction(z.string().max(200).catch("").parse(workspace), need);
    return answer(schema, input, (parsed) => run(access, parsed));
  };
}

async function answer<Schema extends z.ZodType, Data>(
  schema: Schema,
  input: z.input<Schema>,
  run: (input: z.output<Schema>) => Promise<Data>,
): Promise<ActionResult<Data>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refused(asInvalid(parsed.error));
  try {
    return { ok: true, data: await run(parsed.data) };
  } catch (error) {
    if (error instanceof DomainError) return refused(error);
    throw error;
  }
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
