import { hasUsers, lockFirstUser, type SessionUser } from "@/db/queries/users";
import { Conflict, Invalid, type FieldError } from "@/lib/errors";
import type { VisitorContext } from "./account-context";
import { addWorkspace, gatherWorkspace, type NewWorkspace } from "./create-workspace";
import { addAccount, gatherAccount, prepareAccount, type AccountInput } from "./new-account";

/**
 * Makes the first account and its workspace on an empty system; of many at once, one. Throws Conflict as soon as anybody
 * has an account, and Invalid naming each wrong field (the workspace's name as `workspaceName`).
 */
export async function setUp(
  ctx: VisitorContext,
  input: { account: AccountInput; workspace: NewWorkspace },
): Promise<{ slug: string; user: SessionUser }> {
  if (await hasUsers(ctx.db)) throw alreadySetUp();
  const errors: FieldError[] = [];
  gatherAccount(input.account, errors);
  const workspaceErrors: FieldError[] = [];
  const workspace = gatherWorkspace(input.workspace, workspaceErrors);
  errors.push(...workspaceErrors.map(besideAccount));
  const [first] = errors;
  if (first) throw new Invalid(first.message, errors);
  const account = await prepareAccount(input.account);
  return ctx.db.transaction(async (db) => {
    await lockFirstUser(db);
    if (await hasUsers(db)) throw alreadySetUp();
    const user = await addAccount(db, account);
    const { slug } = await addWorkspace({ ...ctx, db, user }, workspace);
    return { slug, user };
  });
}

/** Both have a name. */
const besideAccount = ({ path, message }: FieldError): FieldError => ({
  path: path === "name" ? "workspaceName" : path,
  message,
});

const alreadySetUp = () => new Conflict("already_set_up", "Carillon is set up already. Sign in.");
