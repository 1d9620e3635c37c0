import { revokeSessions } from "@/db/queries/users";
import { recordAccountAudit, type AccountContext } from "./account-context";

/** Ends every session of the user, this one too. */
export async function endSessions(ctx: AccountContext): Promise<void> {
  await ctx.db.transaction(async (db) => {
    await revokeSessions(db, ctx.user.id);
    await recordAccountAudit({ ...ctx, db }, "member.sessions_ended");
  });
}
