import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels } from "@/db/schema";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import type { TimeRange } from "./buckets";
import { countsOf, deliveryHistogram } from "./delivery-histogram";

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

export async function readOverview(
  db: Database,
  workspaceId: string,
  range: TimeRange & { bucketMs: number },
): Promise<Overview> {
  const [events, histogram, latencies, activity, [anyChannel]] = await Promise.all([
    eventsByBucket(db, workspaceId, range),
    deliveryHistogram(
      db,
      workspaceId,
      { test: false, since: range.since, until: range.until },
      range.bucketMs,
    ),
    latencyByBucket(db, workspaceId, range),
    channelActivity(db, workspaceId, range),
    db.select({ id: channels.id }).from(channels).where(eq(channels.workspaceId, workspaceId)).limit(1),
  ]);
  const series = histogram.map(({ at, counts }) => ({
    at,
    events: events.get(at.getTime()) ?? 0,
    deliveries: counts,
    ...(latencies.get(at.getTime()) ?? NO_LATENCY),
  }));
  const deliveries = countsOf((status) => sum(series.map((bucket) => bucket.deliveries[status])));
  return {
    totals: {
      events: sum(series.map((bucket) => bucket.events)),
      deliveries,
      ...(latencies.get(null) ?? NO_LATENCY),
    },
    series,
    ...ranked(activity),
    hasChannels: anyChannel !== undefined,
  };
}

const NO_LATENCY: Latency = { p50: null, p95: null };
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

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
  { since, until, bucketMs }: TimeRange & { bucketMs: number },
): Promise<Map<number, number>> {
  const rows = await db.execute<{ place: string; count: string }>(sql`
    select floor(extract(epoch from received_at) * 1000 / ${bucketMs}) as place, count(*) as count from events
    where workspace_id = ${workspaceId} and received_at >= ${since.toISOString()}
      and received_at < ${until.toISOString()} and not test
    group by 1`);
  return new Map(rows.map((row) => [Number(row.place) * bucketMs, Number(row.count)]));
}

type LatencyRow = Record<"place" | "p50" | "p95", string | null>;

/** The whole range's stands under null. */
async function latencyByBucket(
  db: Database,
  workspaceId: string,
  { since, until, bucketMs }: TimeRange & { bucketMs: number },
): Promise<Map<number | null, Latency>> {
  const rows = await db.execute<LatencyRow>(sql`
    select floor(extract(epoch from started_at) * 1000 / ${bucketMs}) as place,
      percentile_disc(0.5) within group (order by duration_ms) as p50,
      percentile_disc(0.95) within group (order by duration_ms) as p95
    from attempts
    where workspace_id = ${workspaceId} and started_at >= ${since.toISOString()}
      and started_at < ${until.toISOString()} and trigger <> 'test'
    group by grouping sets ((1), ())`);
  const number = (value: string | null) => (value === null ? null : Number(value));
  return new Map(
    rows.map((row) => [
      row.place === null ? null : Number(row.place) * bucketMs,
      { p50: number(row.p50), p95: number(row.p95) },
    ]),
  );
}

async function channelActivity(
  db: Database,
  workspaceId: string,
  { since, until }: TimeRange,
): Promise<ChannelActivity[]> {
  const rows = await db.execute<{ id: string; deliveries: string; failed: string; p95: string | null }>(sql`
    select d.channel_id as id, count(distinct d.id) as deliveries,
      count(distinct d.id) filter (where d.status = 'failed') as failed,
      percentile_disc(0.95) within group (order by a.duration_ms) as p95
    from deliveries d left join attempts a on a.delivery_id = d.id
    where d.workspace_id = ${workspaceId} and d.created_at >= ${since.toISOString()}
      and d.created_at < ${until.toISOString()} and not d.test
    group by d.channel_id`);
  const known = await db
    .select({ id: channels.id, name: channels.name, provider: channels.provider })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        inArray(
          channels.id,
          rows.map((row) => row.id),
        ),
      ),
    );
  const names = new Map(known.map((channel) => [channel.id, channel]));
  return rows.flatMap((row) => {
    const channel = names.get(row.id);
    if (channel === undefined) return [];
    const p95 = row.p95 === null ? null : Number(row.p95);
    return [{ ...channel, deliveries: Number(row.deliveries), failed: Number(row.failed), p95 }];
  });
}
