import type { SessionUser } from "@/db/queries/users";
import type { VisitorContext } from "./account-context";
import { joinWith, openInvite } from "./held-invite";
import { addAccount, prepareAccount, type AccountInput } from "./new-account";

/**
 * Makes an account for whoever holds an invitation and adds it to the workspace; the invitation is used up. Throws
 * NotFound for an unknown link, Conflict for one that can't be used any more, Invalid naming each wrong field.
 */
export async function acceptInviteAsNewUser(
  ctx: VisitorContext,
  input: { token: string; account: AccountInput },
): Promise<{ slug: string; user: SessionUser }> {
  // First of all: without an invitation nobody makes this machine hash passwords or tries addresses out.
  const invite = await openInvite(ctx.db, input.token);
  const account = await prepareAccount(input.account);
  const user = await ctx.db.transaction(async (db) => {
    const added = await addAccount(db, account);
    await joinWith({ ...ctx, db, user: added }, invite);
    return added;
  });
  return { slug: invite.workspace.slug, user };
}
