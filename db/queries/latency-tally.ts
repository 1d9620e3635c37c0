import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { between, edges, wholeHoursOf, type TallyRequest } from "./delivery-tally";

/** Attempts of a channel that began in one bucket of time and took about as long, tests left out. */
export interface LatencyTally {
  at: Date;
  channelId: string | null;
  /** Milliseconds: the middle of 1.2^n and 1.2^(n+1), so that an attempt took at most a tenth more or less. */
  ms: number;
  count: number;
}

/** How long attempts took, by channel where the request says so: whole hours from the hourly counts, parts of hours one by one. */
export async function tallyLatency(
  db: Database,
  workspaceId: string,
  request: TallyRequest,
): Promise<LatencyTally[]> {
  const whole = wholeHoursOf(request);
  const channel = request.byChannel ? sql`channel_id` : sql`null as channel_id`;
  // Which channel an attempt was for is known to its delivery only: looked up where it is asked for.
  const source = request.byChannel
    ? sql`attempts a join deliveries d on d.id = a.delivery_id`
    : sql`attempts a`;
  const place = (column: string) =>
    sql`date_bin(${request.bucketMs} * interval '1 ms', ${sql.raw(column)}, '1970-01-01T00:00:00Z'::timestamptz) as at`;
  const counted = ["latencies", "latency_changes"].flatMap((table) =>
    whole === null
      ? []
      : [
          sql`
            select ${place("hour")}, ${channel}, bucket, sum(count) as n from ${sql.raw(table)}
            where workspace_id = ${workspaceId} and ${between("hour", whole)} group by 1, 2, 3`,
        ],
  );
  const single = edges(request).map(
    (edge) => sql`
      select ${place("started_at")}, ${channel},
        floor(ln(greatest(duration_ms, 1)) / ln(1.2::float8)) as bucket, count(*) as n
      from ${source}
      where a.workspace_id = ${workspaceId} and trigger <> 'test' and ${between("started_at", edge)} group by 1, 2, 3`,
  );
  const rows = await db.execute<{ ms: string; channel_id: string | null; bucket: number; n: string }>(sql`
    select extract(epoch from at) * 1000 as ms, channel_id, bucket, sum(n) as n
    from (${sql.join([...counted, ...single], sql` union all `)}) parts
    group by at, channel_id, bucket`);
  return rows.map((row) => ({
    at: new Date(Number(row.ms)),
    channelId: row.channel_id,
    ms: Math.round(1.2 ** (Number(row.bucket) + 0.5)),
    count: Number(row.n),
  }));
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
