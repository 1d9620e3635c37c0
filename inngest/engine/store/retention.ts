import type { Sql } from "@/db/client";

// Inngest keeps the ids of sent events for 24 h.
const EVENT_AGE = "24 hours";
// Long enough for a person to look into it, and for a deploy without the function to be noticed.
const FAILURE_AGE = "14 days";
const BATCH = 5000;

/** Removes one batch of what is old; returns how many rows it was. */
export async function removeOld(sql: Sql): Promise<number> {
  const [row] = await sql<[{ removed: number }]>`
    with forgotten as (
      delete from engine.events where id in (
        select id from engine.events
        where at < now() - ${EVENT_AGE}::text::interval
          and (payload is null or at < now() - ${FAILURE_AGE}::text::interval)
        limit ${BATCH}
      ) returning 1
    ), failures as (
      delete from engine.failures where id in (
        select id from engine.failures where ended_at < now() - ${FAILURE_AGE}::text::interval limit ${BATCH}
      ) returning 1
    )
    select ((select count(*) from forgotten) + (select count(*) from failures))::int as removed`;
  return row.removed;
}

/** Removes slots that nobody uses or waits for; a later claim makes them again. */
export async function removeIdleSlots(sql: Sql): Promise<void> {
  await sql`
    delete from engine.slots where key in (
      select key from engine.slots where running = 0 and waiting = 0 for update skip locked
    )`;
}

/** Keys with a free slot and parked jobs: their wake-up call was lost with a worker. */
export async function openKeys(sql: Sql): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    select key from engine.slots where waiting > 0 and running < capacity limit 1000`;
  return rows.map(({ key }) => key);
}

/**
 * Tables that are queues: most rows live for milliseconds, so they are vacuumed after a fixed number of changes, and
 * pages keep room for updates in place.
 */
export async function tuneTables(sql: Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`set local lock_timeout = '1s'`;
    for (const [table, fillfactor] of [
      ["jobs", 70],
      ["slots", 50],
      ["workers", 50],
    ] as const) {
      await transaction.unsafe(
        `alter table engine.${table} set (fillfactor = ${fillfactor}, autovacuum_vacuum_scale_factor = 0,
         autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0.2,
         autovacuum_vacuum_cost_delay = 0)`,
      );
    }
  });
}
