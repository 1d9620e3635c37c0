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

/** The ids of the first `limit` matches, wherever they are. */
export function farIds(
  workspaceId: string,
  filters: DeliveryFilters,
  before: Position | null,
  limit: number,
): SQL {
  const { hours, rows } = farRows({ workspaceId, filters, before, limit, columns: sql`id, created_at` });
  return sql`with ${hours} select id from (${rows}) far`;
}

interface FarRequest {
  workspaceId: string;
  filters: DeliveryFilters;
  before: Position | null;
  limit: number;
  /** Must have the id and the moment of creation; those that the index of the log lacks cost a look at each row. */
  columns: SQL;
  /** Hours to look in, at most: all rows of each are read in the index. */
  mostHours?: number;
}

/**
 * The first `limit` matches: the hourly counts tell in which hours to look. An hour whose counts have just changed is always
 * looked at, and so is the one in which the page begins; neither is relied on. `hours` is for a statement's beginning, `rows`
 * are newest first.
 */
export function farRows(request: FarRequest): { hours: SQL; rows: SQL } {
  const { workspaceId, filters, before, limit, columns, mostHours } = request;
  const kind = kindWhere(workspaceId, filters);
  const end = endOf(filters, before);
  const first = end && hourOf(end);
  const inRange = sql.join(
    [
      sql`true`,
      ...(filters.since ? [sql`hour >= ${hourOf(filters.since)}::timestamptz`] : []),
      ...(first ? [sql`hour <= ${first}::timestamptz`] : []),
    ],
    sql` and `,
  );
  const hours = sql`
    changed as materialized (
      select distinct hour from tally_changes where ${kind} and ${inRange}
      ${first ? sql`union select ${first}::timestamptz` : sql``}
    ),
    counted as (
      select hour, sum(t.count) as n from tally_kinds k join tallies t on t.kind_id = k.id
      where ${kind} and ${grainWhere(filters)} and ${inRange} and hour not in (select hour from changed)
      group by hour having sum(t.count) > 0
    ),
    hours as materialized (
      select * from (
        select hour from (select hour, sum(n) over (order by hour desc) - n as newer from counted) c where newer < ${limit}
        union all select hour from changed
      ) every_hour
      ${mostHours === undefined ? sql`` : sql`order by hour desc limit ${mostHours}`}
    )`;
  const reached = mostHours === undefined ? sql`true` : sql`created_at >= ${lastHour(mostHours)}`;
  // An "or" is no bound of the index: each hour begins at its own end.
  const cut = before
    ? sql`(h.hour < ${hourOf(before.at)}::timestamptz
        or (created_at, id) < (${before.at.toISOString()}::timestamptz, ${before.id}))`
    : sql`true`;
  const rows = sql`
    select * from (
      (select found.* from hours h cross join lateral (
        select ${columns} from deliveries
        where ${kind} and ${FINISHED} and created_at >= h.hour and created_at < h.hour + interval '1 hour'
          and ${within(filters, null)} and ${cut}
        order by created_at desc, id desc limit ${limit}
      ) found)
      union all
      (select ${columns} from deliveries where ${kind} and ${OPEN} and ${within(filters, before)} and ${reached}
       order by created_at desc, id desc limit ${limit})
    ) all_found
    order by created_at desc, id desc limit ${limit}`;
  return { hours, rows };
}

/** How far back `mostHours` hours reach; the beginning of time when there are fewer. */
export const lastHour = (mostHours: number): SQL => sql`(
  select case when count(*) < ${mostHours} then '-infinity' else min(hour) end from hours)`;

const hourOf = (at: Date): string => new Date(floorTo(at.getTime(), HOUR_MS)).toISOString();

/** The moment that everything on the page is before, or at. */
export function endOf({ until }: DeliveryFilters, before: Position | null): Date | undefined {
  if (before === null || (until !== undefined && until < before.at)) return until;
  return before.at;
}

/**
 * The time range, what comes after a row, and nothing that comes after another one. One bound on each side: of two, Postgres
 * may begin at the wrong one, and read all that lies between.
 */
export function within(
  { since, until }: DeliveryFilters,
  before: Position | null,
  last?: Position | null,
): SQL {
  const bounds = [sql`true`];
  if (last) bounds.push(sql`(created_at, id) >= (${last.at.toISOString()}::timestamptz, ${last.id})`);
  else if (since) bounds.push(sql`created_at >= ${since.toISOString()}::timestamptz`);
  if (before) bounds.push(sql`(created_at, id) < (${before.at.toISOString()}::timestamptz, ${before.id})`);
  if (until && !(before && before.at < until)) {
    bounds.push(sql`created_at < ${until.toISOString()}::timestamptz`);
  }
  return sql.join(bounds, sql` and `);
}
