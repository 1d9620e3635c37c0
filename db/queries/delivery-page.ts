import { sql, type SQL } from "drizzle-orm";
import { HOUR_MS, floorTo } from "./buckets";
import type { Position } from "./page";
import { FINISHED, grainWhere, kindWhere, OPEN, type DeliveryFilters } from "./delivery-filters";

/** The newest rows that are looked at before asking where the matching ones are. Read inside the index: a few ms. */
const LOOK_AT = 20_000;

/** The ids of the first `limit` matches among the newest rows. Fewer say nothing about what comes later. */
export const nearIds = (
  workspaceId: string,
  filters: DeliveryFilters,
  before: Position | null,
  limit: number,
): SQL => sql`
  select id from (
    select * from deliveries
    where workspace_id = ${workspaceId} and ${within(filters, before)}
    order by created_at desc, id desc limit ${LOOK_AT}
  ) newest
  where ${kindWhere(workspaceId, filters)}
  order by created_at desc, id desc limit ${limit}`;

/**
 * The ids of the first `limit` matches, wherever they are: the hourly counts tell in which hours to look. An hour whose
 * counts have just changed is always looked at, and so is the one in which the page begins; neither is relied on.
 */
export function farIds(
  workspaceId: string,
  filters: DeliveryFilters,
  before: Position | null,
  limit: number,
): SQL {
  const kind = kindWhere(workspaceId, filters);
  const end = endOf(filters, before);
  const first = end && hourOf(end);
  const hours = sql.join(
    [
      sql`true`,
      ...(filters.since ? [sql`hour >= ${hourOf(filters.since)}::timestamptz`] : []),
      ...(first ? [sql`hour <= ${first}::timestamptz`] : []),
    ],
    sql` and `,
  );
  return sql`
    with changed as materialized (
      select distinct hour from tally_changes where ${kind} and ${hours}
      ${first ? sql`union select ${first}::timestamptz` : sql``}
    ),
    counted as (
      select hour, sum(t.count) as n from tally_kinds k join tallies t on t.kind_id = k.id
      where ${kind} and ${grainWhere(filters)} and ${hours} and hour not in (select hour from changed)
      group by hour having sum(t.count) > 0
    ),
    hours as materialized (
      select hour from (select hour, sum(n) over (order by hour desc) - n as newer from counted) c where newer < ${limit}
      union all select hour from changed
    )
    select id from (
      (select found.* from hours h cross join lateral (
        select id, created_at from deliveries
        where ${kind} and ${FINISHED} and created_at >= h.hour and created_at < h.hour + interval '1 hour'
          and ${within(filters, before)}
        order by created_at desc, id desc limit ${limit}
      ) found)
      union all
      (select id, created_at from deliveries where ${kind} and ${OPEN} and ${within(filters, before)}
       order by created_at desc, id desc limit ${limit})
    ) all_found
    order by created_at desc, id desc limit ${limit}`;
}

const hourOf = (at: Date): string => new Date(floorTo(at.getTime(), HOUR_MS)).toISOString();

/** The moment that everything on the page is before, or at. */
function endOf({ until }: DeliveryFilters, before: Position | null): Date | undefined {
  if (before === null || (until !== undefined && until < before.at)) return until;
  return before.at;
}

/** The time range, and what comes after a row. */
export const within = ({ since, until }: DeliveryFilters, before: Position | null): SQL =>
  sql.join(
    [
      sql`true`,
      ...(since ? [sql`created_at >= ${since.toISOString()}::timestamptz`] : []),
      ...(until ? [sql`created_at < ${until.toISOString()}::timestamptz`] : []),
      ...(before ? [sql`(created_at, id) < (${before.at.toISOString()}::timestamptz, ${before.id})`] : []),
    ],
    sql` and `,
  );
