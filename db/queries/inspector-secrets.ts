import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, channelSecrets } from "@/db/schema";

/** The sealed secrets, expired ones too, of the workspace's channels that send to this inspector; newest first. */
export async function secretsOfInspector(
  db: Database,
  workspaceId: string,
  token: string,
): Promise<{ id: string; sealed: string }[]> {
  return db
    .select({ id: channelSecrets.id, sealed: channelSecrets.sealed })
    .from(channelSecrets)
    .innerJoin(
      channels,
      and(eq(channels.workspaceId, channelSecrets.workspaceId), eq(channels.id, channelSecrets.channelId)),
    )
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.inspectorToken, token)))
    .orderBy(desc(channelSecrets.createdAt));
}
