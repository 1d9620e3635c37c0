import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { floorTo, HOUR_MS, type TimeRange } from "./buckets";
import { FINISHED, grainWhere, kindWhere, OPEN, type DeliveryFilters } from "./delivery-filters";

/** Deliveries of one status (and of one channel, where asked for) that came into being in one bucket. */
export interface Tally {
  at: Date;
  status: DeliveryStatus;
  channelId: string | null;
  count: number;
}

export interface TallyRequest extends TimeRange {
  bucketMs: number;
  /** Filters then tell neither event type nor project. */
  byChannel?: boolean;
}

/**
 * Counts the deliveries that the filters match, by status and bucket. Whole hours are read from the hourly counts and what
 * changed since they were folded; deliveries that are not finished, and parts of hours, are counted one by one. `filters`
 * tell kinds apart only: no event, no search.
 */
export async function tallyDeliveries(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  { since, until, bucketMs, byChannel = false }: TallyRequest,
): Promise<Tally[]> {
  const kind = kindWhere(workspaceId, filters);
  const place = (column: string) =>
    sql`date_bin(${bucketMs} * interval '1 ms', ${sql.raw(column)}, ${ORIGIN}::timestamptz) as at`;
  const channel = byChannel ? sql`channel_id` : sql`null::text as channel_id`;
  const parts = [
    ...wholeHours({ since, until, bucketMs }, kind, grainWhere(filters), place, channel),
    ...edges({ since, until, bucketMs }).map(
      (edge) => sql`
        select ${place("created_at")}, status, ${channel}, count(*) as n from deliveries
        where ${kind} and ${FINISHED} and ${between("created_at", edge)} group by 1, 2, 3`,
    ),
    sql`
      select ${place("created_at")}, status, ${channel}, count(*) as n from deliveries
      where ${kind} and ${OPEN} and ${between("created_at", { since, until })} group by 1, 2, 3`,
  ];
  const rows = await db.execute<{
    ms: string;
    status: DeliveryStatus;
    channel_id: string | null;
    n: string;
  }>(sql`
    select extract(epoch from at) * 1000 as ms, status, channel_id, sum(n) as n
    from (${sql.join(parts, sql` union all `)}) parts
    group by at, status, channel_id having sum(n) > 0`);
  return rows.map((row) => ({
    at: new Date(Number(row.ms)),
    status: row.status,
    channelId: row.channel_id,
    count: Number(row.n),
  }));
}

const ORIGIN = new Date(0).toISOString();

function wholeHours(
  range: TallyRequest,
  kind: SQL,
  grain: SQL,
  place: (column: string) => SQL,
  channel: SQL,
): SQL[] {
  const whole = wholeHoursOf(range);
  if (whole === null) return [];
  const within = between("hour", whole);
  return [
    sql`
      select ${place("hour")}, status, ${channel}, sum(count) as n
      from tally_kinds k join tallies t on t.kind_id = k.id
      where ${kind} and ${grain} and ${within} group by 1, 2, 3`,
    sql`
      select ${place("hour")}, status, ${channel}, sum(change) as n from tally_changes
      where ${kind} and ${within} group by 1, 2, 3`,
  ];
}

/** A request's `until` is the moment at which it was made; by the time it is answered, that is a little ago. */
const JUST_NOW_MS = 1000;

/**
 * The whole hours within a range; null when there is none, or when a bucket divides hours. A range up to now has the hour
 * that runs as a whole: nothing lies after now.
 */
export function wholeHoursOf({ since, until, bucketMs }: TallyRequest): TimeRange | null {
  if (bucketMs % HOUR_MS !== 0) return null;
  const first = -floorTo(-since.getTime(), HOUR_MS);
  const upToNow = until.getTime() >= Date.now() - JUST_NOW_MS;
  const last = upToNow ? -floorTo(-until.getTime(), HOUR_MS) : floorTo(until.getTime(), HOUR_MS);
  return first < last ? { since: new Date(first), until: new Date(last) } : null;
}

/** What lies before and after the whole hours. */
export function edges(range: TallyRequest): TimeRange[] {
  const whole = wholeHoursOf(range);
  return whole === null ? [{ since: range.since, until: range.until }] : around(range, whole);
}

/** What of a range lies before and after a part of it. */
export const around = (range: TimeRange, part: TimeRange): TimeRange[] =>
  [
    { since: range.since, until: part.since },
    { since: part.until, until: range.until },
  ].filter((edge) => edge.since < edge.until);

export const between = (column: string, { since, until }: TimeRange): SQL =>
  sql`${sql.raw(column)} >= ${since.toISOString()}::timestamptz and ${sql.raw(column)} < ${until.toISOString()}::timestamptz`;
