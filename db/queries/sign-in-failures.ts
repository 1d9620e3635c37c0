import { and, count, eq, gte, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { signInFailures } from "@/db/schema";

interface Source {
  /** Lower case, whether or not it exists. */
  account: string;
  address: string;
}

/**
 * Books a try as a failure in advance and answers true, or answers false when `limit` failures lie within `window`
 * seconds. Under a lock, so that tries made at once can't all pass.
 */
export async function bookFailure(
  db: Database,
  source: Source,
  { limit, window }: { limit: number; window: number },
): Promise<boolean> {
  const edge = sql`now() - make_interval(secs => ${window})`;
  return db.transaction(async (tx) => {
    const lock = `sign-in|${source.account}|${source.address}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
    await tx.delete(signInFailures).where(and(ofSource(source), lt(signInFailures.failedAt, edge)));
    const [recent] = await tx
      .select({ failures: count() })
      .from(signInFailures)
      .where(and(ofSource(source), gte(signInFailures.failedAt, edge)));
    if ((recent?.failures ?? 0) >= limit) return false;
    await tx.insert(signInFailures).values(source);
    return true;
  });
}

/** Takes back one failure that was booked in advance: the try succeeded. */
export async function unbookFailure(db: Database, source: Source): Promise<void> {
  await db.execute(sql`
    delete from ${signInFailures} where ctid = (
      select ctid from ${signInFailures}
      where account = ${source.account} and address = ${source.address}
      order by failed_at desc limit 1)`);
}

/** Removes failures that lie more than `window` seconds back and count for nobody any more. Answers how many. */
export async function deleteOldFailures(db: Database, window: number): Promise<number> {
  const gone = await db
    .delete(signInFailures)
    .where(lt(signInFailures.failedAt, sql`now() - make_interval(secs => ${window})`))
    .returning({ account: signInFailures.account });
  return gone.length;
}

const ofSource = ({ account, address }: Source) =>
  and(eq(signInFailures.account, account), eq(signInFailures.address, address));
