const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const RANGES = ["1h", "24h", "7d", "30d"] as const;
export type Range = (typeof RANGES)[number];

/** Buckets that divide each range into about sixty bars: as many as stay wide enough to be pressed. */
const RANGE_MS = {
  "1h": { length: HOUR, bucket: MINUTE },
  "24h": { length: DAY, bucket: 30 * MINUTE },
  "7d": { length: 7 * DAY, bucket: 3 * HOUR },
  "30d": { length: 30 * DAY, bucket: 12 * HOUR },
} as const satisfies Record<Range, { length: number; bucket: number }>;

/** Which moments the log shows, and how its chart divides them. */
export interface LogWindow {
  /** The list's bounds; undefined where there is none. */
  since: Date | undefined;
  until: Date | undefined;
  /** The chart's bounds: the same, or where they are open all that is kept. Null when nothing lies between them. */
  chart: { since: Date; until: Date; bucketMs: number } | null;
  /** Begins before the oldest delivery that is kept. */
  beyondRetention: boolean;
}

/** The window of an address at a moment. `from` and `to` go before `range`; without any it is everything that is kept. */
export function logWindow(
  params: { from: Date | null; to: Date | null; range: Range | null },
  { now, keptDays }: { now: Date; keptDays: number },
): LogWindow {
  const kept = new Date(now.getTime() - keptDays * DAY);
  const { since, until } = boundsOf(params, now);
  // Whole hours are counted already, and nobody misses a part of the oldest one.
  const first = since === undefined || since < kept ? hourOf(kept) : since;
  const last = until === undefined || until > now ? now : until;
  // A range may be as long as what is kept; its beginning lies before by a part of a bucket only.
  const beyondRetention = since !== undefined && since.getTime() < kept.getTime() - DAY;
  return { since, until, chart: chartOf(params, first, last), beyondRetention };
}

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR) * HOUR);

function boundsOf(
  { from, to, range }: Parameters<typeof logWindow>[0],
  now: Date,
): { since: Date | undefined; until: Date | undefined } {
  if (from !== null || to !== null) return { since: from ?? undefined, until: to ?? undefined };
  if (range === null) return { since: undefined, until: undefined };
  const { length, bucket } = RANGE_MS[range];
  // Whole buckets, so that the first bar counts what the list has.
  const since = new Date(Math.floor((now.getTime() - length) / bucket) * bucket);
  return { since, until: undefined };
}

function chartOf(
  { from, to, range }: Parameters<typeof logWindow>[0],
  since: Date,
  until: Date,
): LogWindow["chart"] {
  if (since >= until) return null;
  const chosen = from === null && to === null && range !== null ? RANGE_MS[range].bucket : undefined;
  return { since, until, bucketMs: chosen ?? bucketFor(until.getTime() - since.getTime()) };
}

const MAX_BARS = 61;

const STEPS = [
  ...[1000, 5000, 15_000, 30_000, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY, 30 * DAY],
];

/** The smallest step that divides a length into few enough bars. */
const bucketFor = (length: number): number =>
  STEPS.find((step) => length / step <= MAX_BARS) ?? Math.ceil(length / MAX_BARS / DAY) * DAY;

/** A bar of this length can't be divided further. */
export const SHORTEST_BUCKET_MS = 1000;
