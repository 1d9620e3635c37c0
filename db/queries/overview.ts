import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import { bucketsOf, WIDE_MS, type TimeRange } from "./buckets";
import { countsOf } from "./delivery-histogram";
import { tallyDeliveries, type Tally, type TallyRequest } from "./delivery-tally";
import { percentile, tallyLatency, type LatencyTally } from "./latency-tally";

/** How long attempts took, in milliseconds; null without any. Percentiles are told to about a tenth. */
export interface Latency {
  p50: number | null;
  p95: number | null;
}

/** What happened within `bucketMs` from `at` on. */
export interface OverviewBucket extends Latency {
  at: Date;
  events: number;
  deliveries: Record<DeliveryStatus, number>;
}

/** A channel's part. `failed` counts deliveries that failed for good. */
export interface ChannelActivity {
  id: string;
  name: string;
  provider: ProviderId;
  deliveries: number;
  failed: number;
  p95: number | null;
}

/** What a workspace did within a range; tests are left out. */
export interface Overview {
  totals: Latency & { events: number; deliveries: Record<DeliveryStatus, number> };
  /** Every bucket of the range, also the empty ones. */
  series: OverviewBucket[];
  /** Channels whose answers took longest, slowest first. */
  slowest: ChannelActivity[];
  /** Channels with deliveries that failed for good, most first. */
  failing: ChannelActivity[];
  /** Whether the workspace has ever had a channel. */
  hasChannels: boolean;
}

/** Channels named in each list: what fits beside a chart. */
const NAMED = 5;

/** Buckets begin at multiples of `bucketMs`; those of whole hours are fast also over long ranges. */
export async function readOverview(
  db: Database,
  workspaceId: string,
  range: TimeRange & { bucketMs: number },
): Promise<Overview> {
  const { since, until, bucketMs } = range;
  const request = { since, until, bucketMs, byChannel: true };
  const [events, tallies, latencies, byChannel, [anyChannel]] = await Promise.all([
    eventsByBucket(db, workspaceId, request),
    tallyDeliveries(db, workspaceId, { test: false }, request),
    tallyLatency(db, workspaceId, { since, until, bucketMs }),
    // For the whole range at once, so that it is read from whole hours however short the buckets are.
    tallyLatency(db, workspaceId, { ...request, bucketMs: WIDE_MS }),
    db.select({ id: channels.id }).from(channels).where(eq(channels.workspaceId, workspaceId)).limit(1),
  ]);
  const byTime = { tallies: grouped(tallies, timeOf), latencies: grouped(latencies, timeOf) };
  const series = bucketsOf(range, bucketMs).map((at) => ({
    at,
    events: events.get(at.getTime()) ?? 0,
    deliveries: statusesOf(byTime.tallies.get(at.getTime()) ?? []),
    ...latencyOf(byTime.latencies.get(at.getTime()) ?? []),
  }));
  const total = series.reduce((sum, bucket) => sum + bucket.events, 0);
  return {
    totals: { events: total, deliveries: statusesOf(tallies), ...latencyOf(latencies) },
    series,
    ...ranked(await activityOf(db, workspaceId, tallies, byChannel)),
    hasChannels: anyChannel !== undefined,
  };
}

const timeOf = ({ at }: { at: Date }): number => at.getTime();

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const countOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, tally) => sum + tally.count, 0);

const statusesOf = (tallies: readonly Tally[]): Record<DeliveryStatus, number> =>
  countsOf((status) => countOf(tallies.filter((tally) => tally.status === status)));

const latencyOf = (latencies: readonly LatencyTally[]): Latency => ({
  p50: percentile(latencies, 0.5),
  p95: percentile(latencies, 0.95),
});

function ranked(activity: ChannelActivity[]): Pick<Overview, "slowest" | "failing"> {
  const slow = activity.filter((channel) => channel.p95 !== null);
  const failing = activity.filter((channel) => channel.failed > 0);
  return {
    slowest: slow.sort((a, b) => (b.p95 ?? 0) - (a.p95 ?? 0)).slice(0, NAMED),
    failing: failing.sort((a, b) => b.failed - a.failed).slice(0, NAMED),
  };
}

async function eventsByBucket(
  db: Database,
  workspaceId: string,
  { since, until, bucketMs }: TallyRequest,
): Promise<Map<number, number>> {
  const count = (test: boolean) => sql`
    select count(*) from events where workspace_id = ${workspaceId} and received_at >= b.since
      and received_at < b.until ${test ? sql`and test` : sql``}`;
  const rows = await db.execute<{ at: string; n: string }>(sql`
    select extract(epoch from b.at) * 1000 as at, (${count(false)}) - (${count(true)}) as n
    from (
      select at, greatest(at, ${since.toISOString()}::timestamptz) as since,
        least(at + ${bucketMs} * interval '1 ms', ${until.toISOString()}::timestamptz) as until
      from unnest(${sql.param(bucketsOf({ since, until }, bucketMs).map((at) => at.toISOString()))}::text[]::timestamptz[]) at
    ) b`);
  return new Map(rows.map((row) => [Number(row.at), Number(row.n)]));
}

async function activityOf(
  db: Database,
  workspaceId: string,
  tallies: readonly Tally[],
  latencies: readonly LatencyTally[],
): Promise<ChannelActivity[]> {
  const delivered = grouped(tallies, (tally) => tally.channelId ?? "");
  const took = grouped(latencies, (latency) => latency.channelId ?? "");
  const known = await db
    .select({ id: channels.id, name: channels.name, provider: channels.provider })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        inArray(channels.id, [...new Set([...delivered.keys(), ...took.keys()])]),
      ),
    );
  return known.map((channel) => ({
    ...channel,
    deliveries: countOf(delivered.get(channel.id) ?? []),
    failed: statusesOf(delivered.get(channel.id) ?? []).failed,
    p95: percentile(took.get(channel.id) ?? [], 0.95),
  }));
}
