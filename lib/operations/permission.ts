import { mayManageIntegrations } from "@/lib/auth/roles";
import { Forbidden } from "@/lib/errors";
import type { Context } from "./context";

/**
 * Refuses whoever may not change the workspace's integrations: members, and API keys without the scope `manage`. Routes
 * and actions judge too; this is the second wall.
 */
export function requireManage({ actor }: Context): void {
  if (actor.type === "user" && !mayManageIntegrations(actor.role)) {
    throw new Forbidden("Only owners and admins may do this. Ask one of them.");
  }
  if (actor.type === "api_key" && !actor.scopes.includes("manage")) {
    throw new Forbidden("This API key lacks the scope manage. Use a key that has it.", "missing_scope");
  }
}
