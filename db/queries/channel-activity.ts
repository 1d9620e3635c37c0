import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema";

/** How the deliveries of one channel ended over a stretch of time; tests, waiting and cancelled ones are left out. */
export interface ChannelActivity {
  channelId: string;
  /** Where the stretch begins: later than asked for when only the newest deliveries were read. */
  since: Date;
  /** Only the newest deliveries were read, since there are more than that. */
  partial: boolean;
  delivered: number;
  failed: number;
  /** The stretch in equal parts, the oldest first, also the empty ones. */
  parts: ActivityPart[];
}

export interface ActivityPart {
  delivered: number;
  failed: number;
}

/** Deliveries that are read of each channel at most: a full list of 50 busy channels takes some 200 ms. */
const MAX_READ = 2_000;

/**
 * What became of each channel's deliveries since a moment, in `parts` equal parts. One statement for all channels, which
 * reads the newest deliveries of each from the index of its log.
 */
export async function channelActivity(
  db: Database,
  workspaceId: string,
  channelIds: readonly string[],
  range: { since: Date; until: Date; parts: number },
): Promise<ChannelActivity[]> {
  if (channelIds.length === 0) return [];
  const rows = await db.execute<Row>(sql`
    with newest as (
      select d.channel_id, d.created_at, d.status, d.test
      from unnest(${sql.param([...channelIds])}::text[]) as c(id)
      cross join lateral (
        select channel_id, created_at, status, test from ${deliveries}
        where channel_id = c.id and workspace_id = ${workspaceId}
          and created_at >= ${range.since.toISOString()} and created_at < ${range.until.toISOString()}
        order by created_at desc, id desc limit ${MAX_READ}
      ) d
    ),
    stretches as (
      select channel_id, count(*) = ${MAX_READ} as partial,
        case when count(*) = ${MAX_READ} then min(created_at)
             else ${range.since.toISOString()}::timestamptz end as since
      from newest group by channel_id
    ),
    placed as (
      select n.channel_id, s.partial, s.since, n.status,
        least(width_bucket(extract(epoch from n.created_at), extract(epoch from s.since),
          extract(epoch from ${range.until.toISOString()}::timestamptz), ${range.parts}::int), ${range.parts}::int) as part
      from newest n join stretches s using (channel_id)
      where not n.test and n.status in ('delivered', 'failed')
    )
    select channel_id as "channelId", partial, (extract(epoch from since) * 1000)::float8 as since, part,
      count(*) filter (where status = 'delivered')::int as delivered,
      count(*) filter (where status = 'failed')::int as failed
    from placed group by 1, 2, 3, 4`);
  return gather([...rows], range.parts);
}

interface Row extends Record<string, unknown> {
  channelId: string;
  partial: boolean;
  /** Milliseconds since 1970. */
  since: number;
  /** From 1. */
  part: number;
  delivered: number;
  failed: number;
}

function gather(rows: Row[], parts: number): ChannelActivity[] {
  const found = new Map<string, ChannelActivity>();
  for (const { channelId, partial, since, part, delivered, failed } of rows) {
    const activity = found.get(channelId) ?? empty(channelId, new Date(since), partial, parts);
    found.set(channelId, activity);
    activity.delivered += delivered;
    activity.failed += failed;
    activity.parts[part - 1] = { delivered, failed };
  }
  return [...found.values()];
}

const empty = (channelId: string, since: Date, partial: boolean, parts: number): ChannelActivity => ({
  ...{ channelId, since, partial, delivered: 0, failed: 0 },
  parts: Array.from({ length: parts }, () => ({ delivered: 0, failed: 0 })),
});
