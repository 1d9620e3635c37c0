import type { Database } from "@/db/client";
import type { Role, Scope } from "@/lib/auth/roles";

/** Who asks. `system` is the pipeline itself: crons, auto-disable, retention. */
export type Actor =
  | { type: "user"; id: string; name: string; role: Role }
  | { type: "api_key"; id: string; name: string; scopes: readonly Scope[] }
  | { type: "system"; name: string };

/** What every operation gets first: the database (or the caller's transaction), the tenant and who asks. */
export interface Context {
  db: Database;
  workspaceId: string;
  actor: Actor;
  /** Where the request came from, for the audit trail. */
  origin?: { address?: string; userAgent?: string };
}
