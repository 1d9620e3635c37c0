import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channelSecrets } from "@/db/schema";

export async function insertChannelSecret(
  db: Database,
  secret: Pick<typeof channelSecrets.$inferInsert, "id" | "workspaceId" | "channelId" | "sealed">,
): Promise<void> {
  await db.insert(channelSecrets).values(secret);
}

/**
 * Lets the current secret run out at `overlapEnd`. Secrets of earlier rotations keep their own end, but only the
 * `keep` newest of all that are running out: each of them adds a signature to every request.
 */
export async function retireChannelSecret(
  db: Database,
  workspaceId: string,
  channelId: string,
  { now, overlapEnd, keep }: { now: Date; overlapEnd: Date; keep: number },
): Promise<void> {
  const ofChannel = and(eq(channelSecrets.workspaceId, workspaceId), eq(channelSecrets.channelId, channelId));
  await db
    .update(channelSecrets)
    .set({ expiresAt: overlapEnd })
    .where(and(ofChannel, isNull(channelSecrets.expiresAt)));
  const surplus = db
    .select({ id: channelSecrets.id })
    .from(channelSecrets)
    .where(and(ofChannel, gt(channelSecrets.expiresAt, now)))
    .orderBy(desc(channelSecrets.createdAt), desc(channelSecrets.id))
    .offset(keep);
  await db.update(channelSecrets).set({ expiresAt: now }).where(inArray(channelSecrets.id, surplus));
}

/** Forgets the secrets of a channel that was deleted. */
export async function deleteChannelSecrets(
  db: Database,
  workspaceId: string,
  channelId: string,
): Promise<void> {
  await db
    .delete(channelSecrets)
    .where(and(eq(channelSecrets.workspaceId, workspaceId), eq(channelSecrets.channelId, channelId)));
}

/** Ends the overlap: secrets that are running out stop now. Answers how many there were. */
export async function endSecretOverlap(
  db: Database,
  workspaceId: string,
  channelId: string,
  now: Date,
): Promise<number> {
  const ended = await db
    .update(channelSecrets)
    .set({ expiresAt: now })
    .where(
      and(
        eq(channelSecrets.workspaceId, workspaceId),
        eq(channelSecrets.channelId, channelId),
        gt(channelSecrets.expiresAt, now),
      ),
    )
    .returning({ id: channelSecrets.id });
  return ended.length;
}

/** What screens may know about a channel's secret. */
export interface ChannelSecretState {
  createdAt: Date;
  /** When the last replaced secret stops signing; null when no overlap is running. */
  overlapEndsAt: Date | null;
}

/** Null when the channel has no secret, is deleted, unknown or another workspace's. */
export async function channelSecretState(
  db: Database,
  workspaceId: string,
  channelId: string,
): Promise<ChannelSecretState | null> {
  const [current] = await db
    .select({ createdAt: channelSecrets.createdAt })
    .from(channelSecrets)
    .where(
      and(
        eq(channelSecrets.workspaceId, workspaceId),
        eq(channelSecrets.channelId, channelId),
        isNull(channelSecrets.expiresAt),
      ),
    );
  if (!current) return null;
  return { ...current, overlapEndsAt: await secretOverlapEnd(db, workspaceId, channelId) };
}

async function secretOverlapEnd(db: Database, workspaceId: string, channelId: string): Promise<Date | null> {
  const [row] = await db
    .select({ expiresAt: channelSecrets.expiresAt })
    .from(channelSecrets)
    .where(
      and(
        eq(channelSecrets.workspaceId, workspaceId),
        eq(channelSecrets.channelId, channelId),
        gt(channelSecrets.expiresAt, new Date()),
      ),
    )
    .orderBy(desc(channelSecrets.expiresAt))
    .limit(1);
  return row?.expiresAt ?? null;
}
