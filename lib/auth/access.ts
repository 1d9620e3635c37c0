import "server-only";
import { cache } from "react";
import { db, rawSql } from "@/db/client";
import type { UserView } from "@/db/queries/users";
import type { WorkspaceView } from "@/db/queries/workspaces";
import { findVisitor, type Membership } from "@/db/queries/visitors";
import type { Context } from "@/lib/operations/context";
import { requestOrigin } from "./origin";
import { mayManageIntegrations, type Role } from "./roles";
import { openSession } from "./session";

/** A signed-in member at work in one workspace. */
export interface Access {
  user: UserView;
  workspace: WorkspaceView;
  role: Role;
  /** All of theirs, by the names of the workspaces. */
  memberships: readonly Membership[];
  /** What operations get. */
  ctx: Context;
}

/** Whether the caller may be here, and as whom. */
export type AccessDecision =
  | { kind: "signed_out" }
  /** No such workspace, or not theirs: the two look alike. */
  | { kind: "unknown" }
  | { kind: "forbidden"; access: Access }
  | { kind: "allowed"; access: Access };

/** `member`: everybody in the workspace; `manager`: owners and admins. */
export type Need = "member" | "manager";

/** Judges this request's session against a workspace. Membership is read anew in every request, never from the session. */
export async function decideAccess(slug: string, need: Need): Promise<AccessDecision> {
  const access = await findAccess(slug);
  if (access === "signed_out" || access === "unknown") return { kind: access };
  const allowed = need === "member" || mayManageIntegrations(access.role);
  return { kind: allowed ? "allowed" : "forbidden", access };
}

const SLUG = /^[a-z0-9-]{1,64}$/;

const findAccess = cache(async (slug: string): Promise<Access | "signed_out" | "unknown"> => {
  // Whatever browsers and scanners ask for at the root (robots.txt …) is no workspace, signed in or not.
  if (!SLUG.test(slug)) return "unknown";
  const session = await openSession();
  const visitor = session && (await findVisitor(rawSql(), session));
  if (!visitor) return "signed_out";
  const { user, memberships } = visitor;
  const here = memberships.find(({ workspace }) => workspace.slug === slug);
  if (!here) return "unknown";
  const { workspace, role } = here;
  const ctx: Context = {
    db: db(),
    workspaceId: workspace.id,
    actor: { type: "user", id: user.id, name: user.name, role },
    origin: await requestOrigin(),
  };
  return { user, workspace, role, memberships, ctx };
});
