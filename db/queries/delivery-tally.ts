import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { bucketsOf, HOUR_MS, type TimeRange } from "./buckets";
import { FINISHED, grainWhere, kindWhere, OPEN, type DeliveryFilters } from "./delivery-filters";
import { around, between, hoursWithin, times } from "./tally-range";

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
 * changed since they were folded; deliveries that are not finished, parts of hours, and what lies in all but the last bucket of
 * an hour are counted one by one. `filters` tell kinds apart only: no event, no search.
 */
export async function tallyDeliveries(
  db: Database,
  workspaceId: string,
  filters: DeliveryFilters,
  { since, until, bucketMs, byChannel = false }: TallyRequest,
): Promise<Tally[]> {
  const range = { since, until };
  const counting = {
    kind: kindWhere(workspaceId, filters),
    grain: grainWhere(filters, byChannel),
    channel: byChannel ? sql`channel_id` : sql`null::text as channel_id`,
    bucketMs,
  };
  const hours = fitsHours(bucketMs) ? hoursWithin(range) : null;
  const parts = [
    ...(hours === null ? [] : [...countedHours(counting, hours), ...firstBuckets(counting, hours)]),
    ...around(range, hours).map((edge) =>
      oneByOne(counting, sql`${FINISHED} and ${between("created_at", edge)}`),
    ),
    oneByOne(counting, sql`${OPEN} and ${between("created_at", range)}`),
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

interface Counting {
  kind: SQL;
  grain: SQL;
  channel: SQL;
  bucketMs: number;
}

const fitsHours = (bucketMs: number): boolean => bucketMs % HOUR_MS === 0 || HOUR_MS % bucketMs === 0;

const ORIGIN = sql`'1970-01-01T00:00:00Z'::timestamptz`;

const milliseconds = (ms: number): SQL => sql`${ms} * interval '1 ms'`;

/** From the end of an hour's last bucket back to its beginning; nothing where buckets are longer than hours. */
const beforeLast = (bucketMs: number): number => Math.max(0, HOUR_MS - bucketMs);

/** An hour's count stands in the last of its buckets. */
function countedHours({ kind, grain, channel, bucketMs }: Counting, hours: TimeRange): SQL[] {
  const at = sql`date_bin(${milliseconds(bucketMs)}, hour + ${milliseconds(beforeLast(bucketMs))}, ${ORIGIN}) as at`;
  const within = between("hour", hours);
  return [
    sql`
      select ${at}, status, ${channel}, sum(count) as n from tally_kinds k join tallies t on t.kind_id = k.id
      where ${kind} and ${grain} and ${within} group by 1, 2, 3`,
    sql`
      select ${at}, status, ${channel}, sum(change) as n from tally_changes
      where ${kind} and ${within} group by 1, 2, 3`,
  ];
}

/**
 * What lies in the other buckets of the hours is taken from the last one: of two buckets, one need not be read. Statuses are
 * counted side by side, which takes less than grouping the rows.
 */
function firstBuckets({ kind, channel, bucketMs }: Counting, hours: TimeRange): SQL[] {
  const isFirst = (at: Date) => at.getTime() % HOUR_MS < beforeLast(bucketMs);
  const starts = bucketsOf(hours, bucketMs).filter(isFirst);
  if (starts.length === 0) return [];
  const last = sql`date_bin('1 hour', b.at, ${ORIGIN}) + ${milliseconds(beforeLast(bucketMs))}`;
  return [
    sql`
      select moved.at, status, channel_id, moved.n from unnest(${times(starts)}) b (at)
      cross join lateral (
        select ${channel}, count(*) filter (where status = 'delivered') as delivered,
          count(*) filter (where status = 'failed') as failed, count(*) filter (where status = 'cancelled') as cancelled
        from deliveries
        where ${kind} and created_at >= b.at and created_at < b.at + ${milliseconds(bucketMs)}
        group by 1
      ) found
      cross join lateral (
        values ('delivered', delivered), ('failed', failed), ('cancelled', cancelled)
      ) finished (status, n)
      cross join lateral (values (b.at, n), (${last}, -n)) moved (at, n)`,
  ];
}

const oneByOne = ({ kind, channel, bucketMs }: Counting, where: SQL): SQL => sql`
  select date_bin(${milliseconds(bucketMs)}, created_at, ${ORIGIN}) as at, status, ${channel}, count(*) as n
  from deliveries where ${kind} and ${where} group by 1, 2, 3`;
