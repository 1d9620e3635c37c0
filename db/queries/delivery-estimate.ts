import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { DeliveryStatus } from "@/lib/delivery/status";
import { bucketsOf, floorTo, type TimeRange } from "./buckets";
import { kindWhere } from "./delivery-filters";
import type { Tally } from "./delivery-tally";
import type { WordSearch } from "./delivery-words";
import { wordsOccur } from "./log-search";
import { times } from "./tally-range";

/** Stretches of time of which some deliveries are looked at, over the whole range: some 100 ms altogether. */
const SLICES = 600;
/** Rows of the log from the beginning of a stretch on, and how many of one status of them. */
const SLICE_ROWS = 300;
const OF_A_STATUS = 12;

/** How many deliveries of a bucket and status were looked at, and how many of them have the words. */
export interface Sample {
  at: Date;
  status: DeliveryStatus;
  seen: number;
  found: number;
}

/** Looks at a few deliveries everywhere in the range, as evenly as the clock goes. */
export async function sampleWords(
  db: Database,
  { workspaceId, filters, words }: WordSearch,
  range: TimeRange & { bucketMs: number },
): Promise<Sample[]> {
  const slices = slicesOf(range);
  const rows = await db.execute<{ n: string; status: DeliveryStatus; seen: number; found: number }>(sql`
    select n, status, count(*)::int as seen, (count(*) filter (where has_words))::int as found
    from unnest(${times(slices.map(({ since }) => since))}, ${times(slices.map(({ until }) => until))})
      with ordinality as slice(since, until, n)
    cross join lateral (
      select id, status from (
        select id, status, row_number() over (partition by status) as place from (
          select * from deliveries
          where workspace_id = ${workspaceId} and created_at >= slice.since and created_at < slice.until
          order by created_at, id limit ${SLICE_ROWS}
        ) first where ${kindWhere(workspaceId, filters)}
      ) ranked where place <= ${OF_A_STATUS}
    ) chosen
    cross join lateral (select event_id from deliveries where id = chosen.id offset 0) delivery
    cross join lateral (
      select ${wordsOccur(words)} as has_words from events where id = delivery.event_id offset 0
    ) event
    group by n, status`);
  return rows.flatMap(({ n, ...row }) => {
    const slice = slices[Number(n) - 1];
    return slice ? [{ ...row, at: new Date(floorTo(slice.since.getTime(), range.bucketMs)) }] : [];
  });
}

/** Parts of buckets, all equally long but for the range's ends. */
function slicesOf(range: TimeRange & { bucketMs: number }): TimeRange[] {
  const buckets = bucketsOf(range, range.bucketMs);
  const each = Math.max(1, Math.floor(SLICES / buckets.length));
  const length = range.bucketMs / each;
  return buckets
    .flatMap((at) => Array.from({ length: each }, (_, index) => at.getTime() + index * length))
    .map((start) => ({
      since: new Date(Math.max(start, range.since.getTime())),
      until: new Date(Math.min(start + length, range.until.getTime())),
    }))
    .filter(({ since, until }) => since < until);
}

/** So many deliveries more of the range as a whole count for each bucket, whose own are few. */
const PRIOR = 10;

/** About how many of the counted deliveries have the words, by what the sample tells of each bucket and status. */
export function estimate(tallies: readonly Tally[], samples: readonly Sample[]): Tally[] {
  const cells = added(samples, ({ at, status }) => `${at.getTime()} ${status}`);
  const statuses = added(samples, ({ status }) => status);
  const all = added(samples, () => "").get("") ?? NOTHING;
  return tallies.map((tally) => {
    const whole = shareOf(statuses.get(tally.status) ?? NOTHING, shareOf(all, 0));
    const cell = cells.get(`${tally.at.getTime()} ${tally.status}`) ?? NOTHING;
    const share = cell.seen >= tally.count ? shareOf(cell, whole) : smoothed(cell, whole);
    return { ...tally, count: Math.round(tally.count * share) };
  });
}

type Seen = Pick<Sample, "seen" | "found">;
const NOTHING: Seen = { seen: 0, found: 0 };

const shareOf = ({ seen, found }: Seen, otherwise: number): number => (seen === 0 ? otherwise : found / seen);

const smoothed = ({ seen, found }: Seen, whole: number): number => (found + PRIOR * whole) / (seen + PRIOR);

function added(samples: readonly Sample[], keyOf: (sample: Sample) => string): Map<string, Seen> {
  const sums = new Map<string, Seen>();
  for (const sample of samples) {
    const sum = sums.get(keyOf(sample)) ?? NOTHING;
    sums.set(keyOf(sample), { seen: sum.seen + sample.seen, found: sum.found + sample.found });
  }
  return sums;
}
