import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels } from "@/db/schema";

const columns = {
  id: channels.id,
  name: channels.name,
  kind: channels.kind,
  provider: channels.provider,
  enabled: channels.enabled,
  eventTypes: channels.eventTypes,
  projectIds: channels.projectIds,
  deletedAt: channels.deletedAt,
};

/** What a channel is and which events it takes today. */
export type ChannelRules = Pick<typeof channels.$inferSelect, keyof typeof columns>;

/** All channels that the workspace has, oldest first, and of the deleted ones those that are named. */
export async function channelRules(
  db: Database,
  workspaceId: string,
  named: string[] = [],
): Promise<ChannelRules[]> {
  return db
    .select(columns)
    .from(channels)
    .where(
      and(eq(channels.workspaceId, workspaceId), or(isNull(channels.deletedAt), inArray(channels.id, named))),
    )
    .orderBy(asc(channels.createdAt), asc(channels.id));
}
