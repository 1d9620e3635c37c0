import { countOwners, getMember, lockMembers } from "@/db/queries/members";
import { mayManageRole, type Role } from "@/lib/auth/roles";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Context } from "./context";

/**
 * Holds the members of the workspace as they are until the transaction ends, and answers the actor's role as it is now:
 * the one in the context was read before. Throws Forbidden for whoever is no person of this workspace.
 */
export async function holdMembers({ db, workspaceId, actor }: Context): Promise<Role> {
  await lockMembers(db, workspaceId);
  const member = actor.type === "user" ? await getMember(db, workspaceId, actor.id) : null;
  if (!member) throw new Forbidden("Only people of this workspace may do this.");
  return member.role;
}

/** Throws Forbidden unless a person of role `actor` may give and take every one of `roles`. */
export function requireRank(actor: Role, ...roles: Role[]): void {
  if (roles.every((role) => mayManageRole(actor, role))) return;
  throw new Forbidden(
    actor === "admin"
      ? "Only owners may manage owners. Ask one of them."
      : "Only owners and admins may do this. Ask one of them.",
  );
}

/** Throws Conflict when the workspace would be left without an owner. Call it before an owner goes or steps down. */
export async function requireAnotherOwner({ db, workspaceId }: Context): Promise<void> {
  if ((await countOwners(db, workspaceId)) > 1) return;
  throw new Conflict("last_owner", "A workspace needs an owner. Make somebody else an owner first.");
}
