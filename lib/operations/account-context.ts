import type { Database } from "@/db/client";
import { listRolesOfUser } from "@/db/queries/members";
import { recordAudit, type AuditRecord } from "./audit";
import type { Context } from "./context";

/** What operations on a person's own account get: they belong to no workspace. */
export interface AccountContext {
  db: Database;
  user: { id: string; name: string; email: string };
  origin?: Context["origin"];
}

/** What operations get that need nobody to be signed in: the token in their input is the permission. */
export interface VisitorContext {
  db: Database;
  origin?: Context["origin"];
}

/** The account's owner at work in a workspace. */
export const asUser = (ctx: AccountContext, workspaceId: string, role: UserRole): Context => ({
  db: ctx.db,
  workspaceId,
  actor: { type: "user", id: ctx.user.id, name: ctx.user.name, role },
  origin: ctx.origin,
});

type UserRole = Extract<Context["actor"], { type: "user" }>["role"];

/** Writes that a user did something to their own account into the trail of every workspace that they are in. */
export async function recordAccountAudit(
  ctx: AccountContext,
  action: string,
  fields: Pick<AuditRecord, "before" | "after"> = {},
): Promise<void> {
  const { id, name } = ctx.user;
  const entry: AuditRecord = { action, target: { type: "member", id, name }, ...fields };
  for (const { workspaceId, role } of await listRolesOfUser(ctx.db, id)) {
    await recordAudit(asUser(ctx, workspaceId, role), entry);
  }
}
