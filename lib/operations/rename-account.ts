import { updateUserName, type UserView } from "@/db/queries/users";
import { recordAccountAudit, type AccountContext } from "./account-context";
import { cleanName } from "./names";

/** Gives the signed-in user another name; what was done under the old one keeps it. Throws Invalid. */
export async function renameAccount(ctx: AccountContext, input: { name: string }): Promise<UserView> {
  const name = cleanName(input.name);
  const before = ctx.user.name;
  if (name === before) return ctx.user;
  return ctx.db.transaction(async (db) => {
    const user = { ...ctx.user, name };
    await updateUserName(db, user.id, name);
    await recordAccountAudit({ ...ctx, db, user }, "member.renamed", {
      before: { name: before },
      after: { name },
    });
    return user;
  });
}
