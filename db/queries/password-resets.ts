import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { passwordResets, users } from "@/db/schema";

/** A reset link as whoever holds it sees it. */
export interface HeldReset {
  id: string;
  user: { id: string; name: string; email: string };
  /** The owner who issued it. */
  createdBy: string;
  state: "open" | "used" | "expired";
}

/** The reset with this SHA-256, in whatever state; the link is the permission. */
export async function findResetByHash(db: Database, tokenHash: string): Promise<HeldReset | null> {
  const [row] = await db
    .select({
      id: passwordResets.id,
      user: { id: users.id, name: users.name, email: users.email },
      createdBy: passwordResets.createdBy,
      state: sql<HeldReset["state"]>`case
        when ${passwordResets.usedAt} is not null then 'used'
        when ${passwordResets.expiresAt} <= now() then 'expired'
        else 'open' end`,
    })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.tokenHash, tokenHash));
  return row ?? null;
}

export async function insertReset(db: Database, reset: typeof passwordResets.$inferInsert): Promise<void> {
  await db.insert(passwordResets).values(reset);
}

/** Uses an open link up; false when it is not open, so that of many only one succeeds. */
export async function claimReset(db: Database, id: string): Promise<boolean> {
  const claimed = await db
    .update(passwordResets)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordResets.id, id), isOpen()))
    .returning({ id: passwordResets.id });
  return claimed.length > 0;
}

/** Ends the open links of a user: one that is newer takes their place, or the password was changed. */
export async function endResetsOfUser(db: Database, userId: string): Promise<void> {
  await db
    .update(passwordResets)
    .set({ usedAt: sql`now()` })
    .where(and(eq(passwordResets.userId, userId), isOpen()));
}

const isOpen = () => and(isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, sql`now()`));
