import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels } from "@/db/schema";

const columns = {
  id: channels.id,
  kind: channels.kind,
  provider: channels.provider,
  name: channels.name,
  disabledReason: channels.disabledReason,
  disabledAt: channels.disabledAt,
  consecutiveFailures: channels.consecutiveFailures,
  firstFailureAt: channels.firstFailureAt,
};

/** A channel that the product has switched off. */
export type DisabledChannel = Pick<typeof channels.$inferSelect, keyof typeof columns>;

/** More than a banner names or a badge needs. */
const MAX_DISABLED = 99;

/** The channels that were switched off automatically and still are, the newest such first; at most 99. */
export const disabledChannels = (db: Database, workspaceId: string): Promise<DisabledChannel[]> =>
  db
    .select(columns)
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        isNull(channels.deletedAt),
        eq(channels.enabled, false),
        inArray(channels.disabledReason, ["failures", "gone"]),
      ),
    )
    .orderBy(desc(channels.disabledAt))
    .limit(MAX_DISABLED);
