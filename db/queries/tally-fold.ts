import type { Sql } from "@/db/client";

/** Any number, the same in every process that folds: one after the other, or a kind could be added twice. */
const FOLD_LOCK = 4_727_002;

/**
 * Adds the changes since the last folding to the counts, all or none; answers how many changes there were. Readers see the
 * same numbers before, during and after. Changes of a workspace that is gone are dropped.
 */
export async function foldTallies(sql: Sql): Promise<number> {
  const taken = await fold(sql);
  const [{ size }] = await sql<[{ size: number }]>`
    select (pg_relation_size('tally_changes') + pg_relation_size('latency_changes'))::float8 as size`;
  if (size > MAX_LEFT) await sql`vacuum tally_changes, latency_changes`;
  return taken;
}

/**
 * Bytes, some 2,000 changes. Deleted ones lie in the way of every chart until they are cleaned up, which the database by itself
 * does minutes later; where an open transaction is in the way, the next folding tries again.
 */
const MAX_LEFT = 256 * 1024;

async function fold(sql: Sql): Promise<number> {
  return sql.begin(async (tx) => {
    // In a statement of its own: the next one must see what the holder before has committed.
    await tx`select pg_advisory_xact_lock(${FOLD_LOCK})`;
    // The pipeline's planner settings find rows by key; here whole tables are read.
    await tx`set local enable_hashjoin = on`;
    await tx`set local enable_seqscan = on`;
    await tx`set local work_mem = '64MB'`;
    const [deliveries] = await tx<[{ taken: number }]>`
      with taken as (delete from tally_changes returning *),
      counted as (
        select workspace_id, true as exact, channel_id, provider, event_type, project_id, test, status, hour,
          sum(change)::int as change
        from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        union all
        select workspace_id, false, channel_id, provider, '', '', test, status, hour, sum(change)::int
        from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        union all
        select workspace_id, false, '', provider, event_type, '', test, status, hour, sum(change)::int
        from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        union all
        select workspace_id, false, '', provider, '', project_id, test, status, hour, sum(change)::int
        from taken where project_id <> '' group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        union all
        select workspace_id, false, '', provider, '', '', test, status, hour, sum(change)::int
        from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      ),
      wanted as (
        select distinct c.workspace_id, exact, channel_id, provider, event_type, project_id, test, status
        from counted c join workspaces w on w.id = c.workspace_id
      ),
      added as (
        insert into tally_kinds (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
        select * from wanted on conflict do nothing
        returning *
      ),
      kinds as (
        select * from added
        union all
        select k.* from tally_kinds k
        join wanted using (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
      ),
      folded as (
        insert into tallies (kind_id, hour, count)
        select k.id, c.hour, c.change from counted c
        join kinds k using (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
        where c.change <> 0
        on conflict (kind_id, hour) do update set count = tallies.count + excluded.count
      )
      select count(*)::int as taken from taken`;
    const [attempts] = await tx<[{ taken: number }]>`
      with taken as (delete from latency_changes returning *),
      counted as (
        select t.workspace_id, channel_id, hour, bucket, sum(count)::int as count
        from taken t join workspaces w on w.id = t.workspace_id
        where channel_id is not null
        group by 1, 2, 3, 4
      ),
      folded as (
        insert into latencies (workspace_id, channel_id, hour, bucket, count)
        select * from counted
        on conflict (workspace_id, hour, channel_id, bucket) do update set count = latencies.count + excluded.count
      ),
      totals as (
        insert into latency_totals (workspace_id, hours, start, channel_id, bucket, count)
        select workspace_id, 1, hour, '', bucket, sum(count) from counted group by 1, 3, 5
        union all
        select workspace_id, 12, date_bin('12 hours', hour, '1970-01-01T00:00:00Z'), channel_id, bucket, sum(count)
        from counted group by 1, 3, 4, 5
        on conflict (workspace_id, hours, start, channel_id, bucket)
          do update set count = latency_totals.count + excluded.count
      )
      select count(*)::int as taken from taken`;
    return deliveries.taken + attempts.taken;
  });
}
