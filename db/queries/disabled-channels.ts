import type { Sql } from "@/db/client";
import type { channels } from "@/db/schema";

/** A channel that the product has switched off. */
export type DisabledChannel = Pick<
  typeof channels.$inferSelect,
  | "id"
  | "kind"
  | "provider"
  | "name"
  | "disabledReason"
  | "disabledAt"
  | "consecutiveFailures"
  | "firstFailureAt"
>;

/** More than a banner names or a badge needs. */
const MAX_DISABLED = 99;

/** The channels that were switched off automatically and still are, the newest such first; at most 99. */
export const disabledChannels = (sql: Sql, workspaceId: string): Promise<DisabledChannel[]> => sql<
  DisabledChannel[]
>`
  select id, kind, provider, name, disabled_reason as "disabledReason", disabled_at as "disabledAt",
    consecutive_failures as "consecutiveFailures", first_failure_at as "firstFailureAt"
  from channels
  where workspace_id = ${workspaceId} and deleted_at is null and not enabled
    and disabled_reason in ('failures', 'gone')
  order by disabled_at desc limit ${MAX_DISABLED}`;
