import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { floorTo, HALF_DAY_MS, HOUR_MS, type TimeRange } from "./buckets";
import type { TallyRequest } from "./delivery-tally";
import { around, between, hoursWithin } from "./tally-range";

/** Attempts of a channel that began in one bucket of time and took about as long, tests left out. */
export interface LatencyTally {
  at: Date;
  channelId: string | null;
  /** Milliseconds: the middle of 1.2^n and 1.2^(n+1), so that an attempt took at most a tenth more or less. */
  ms: number;
  count: number;
}

/**
 * How long attempts took, by channel where the request says so: whole hours and half days from their counts, parts of hours
 * one by one.
 */
export async function tallyLatency(
  db: Database,
  workspaceId: string,
  request: TallyRequest,
): Promise<LatencyTally[]> {
  const channel = request.byChannel ? sql`channel_id` : sql`null::text as channel_id`;
  const parts = sourcesOf(request).map(
    ({ at, bucket, count, from, where }) => sql`
      select date_bin(${request.bucketMs} * interval '1 ms', ${at}, '1970-01-01T00:00:00Z'::timestamptz) as at,
        ${channel}, ${bucket} as bucket, ${count} as n
      from ${from} where ${where} and x.workspace_id = ${workspaceId} group by 1, 2, 3`,
  );
  const rows = await db.execute<{ ms: string; channel_id: string | null; bucket: number; n: string }>(sql`
    select extract(epoch from at) * 1000 as ms, channel_id, bucket, sum(n) as n
    from (${sql.join(parts, sql` union all `)}) parts
    group by at, channel_id, bucket`);
  return rows.map((row) => ({
    at: new Date(Number(row.ms)),
    channelId: row.channel_id,
    ms: Math.round(1.2 ** (Number(row.bucket) + 0.5)),
    count: Number(row.n),
  }));
}

/** A table `x` with a part of what is asked for. */
interface Source {
  at: SQL;
  bucket: SQL;
  count: SQL;
  from: SQL;
  where: SQL;
}

function sourcesOf(request: TallyRequest): Source[] {
  const { since, until, bucketMs } = request;
  const whole = bucketMs % HOUR_MS === 0 ? hoursWithin(request) : null;
  const single = around({ since, until }, whole).map((edge) => attemptsOf(edge, request.byChannel === true));
  if (whole === null) return single;
  const recent = [...single, byHour(sql`latency_changes x`, whole)];
  if (!request.byChannel) return [...recent, totalsOf(1, whole)];
  const days = halfDaysOf(request, whole);
  if (days === null) return [...recent, byHour(sql`latencies x`, whole)];
  return [
    ...recent,
    totalsOf(12, days),
    ...around(whole, days).map((hours) => byHour(sql`latencies x`, hours)),
  ];
}

const counts = { bucket: sql`bucket`, count: sql`sum(count)` };

const byHour = (from: SQL, hours: TimeRange): Source => ({
  ...counts,
  ...{ at: sql`hour`, from, where: between("hour", hours) },
});

const totalsOf = (hours: 1 | 12, range: TimeRange): Source => ({
  ...counts,
  ...{
    at: sql`start`,
    from: sql`latency_totals x`,
    where: sql`hours = ${hours} and ${between("start", range)}`,
  },
});

/** Which channel an attempt was for is known to its delivery only: looked up where it is asked for. */
const attemptsOf = (range: TimeRange, byChannel: boolean): Source => ({
  at: sql`started_at`,
  bucket: sql`floor(ln(greatest(duration_ms, 1)) / ln(1.2::float8))`,
  count: sql`count(*)`,
  from: byChannel ? sql`attempts x join deliveries d on d.id = x.delivery_id` : sql`attempts x`,
  where: sql`trigger <> 'test' and ${between("started_at", range)}`,
});

/** The whole half days within whole hours; null when there is none, or when a bucket divides half days. */
function halfDaysOf({ bucketMs }: TallyRequest, { since, until }: TimeRange): TimeRange | null {
  if (bucketMs % HALF_DAY_MS !== 0) return null;
  const first = -floorTo(-since.getTime(), HALF_DAY_MS);
  const last = floorTo(until.getTime(), HALF_DAY_MS);
  return first < last ? { since: new Date(first), until: new Date(last) } : null;
}

/** The duration that this part of the attempts did not exceed; null without any. */
export function percentile(
  tallies: readonly Pick<LatencyTally, "ms" | "count">[],
  part: number,
): number | null {
  const total = tallies.reduce((sum, tally) => sum + tally.count, 0);
  let seen = 0;
  for (const { ms, count } of [...tallies].sort((a, b) => a.ms - b.ms)) {
    seen += count;
    if (seen >= total * part) return ms;
  }
  return null;
}
