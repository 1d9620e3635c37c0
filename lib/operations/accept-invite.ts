import type { AccountContext } from "./account-context";
import { joinWith, openInvite } from "./held-invite";

/**
 * Adds the signed-in user to the workspace of an invitation and uses it up: of many at once, one. Throws NotFound for an
 * unknown link, Conflict for one that can't be used any more or when the user is in the workspace already.
 */
export async function acceptInvite(ctx: AccountContext, input: { token: string }): Promise<{ slug: string }> {
  const invite = await openInvite(ctx.db, input.token);
  await ctx.db.transaction((db) => joinWith({ ...ctx, db }, invite));
  return { slug: invite.workspace.slug };
}
