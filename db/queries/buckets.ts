export const HOUR_MS = 60 * 60 * 1000;

export const HALF_DAY_MS = 12 * HOUR_MS;

/** Buckets of years, and whole half days: a whole range in one or two. */
export const WIDE_MS = 10_000 * HALF_DAY_MS;

/** A range of time: from `since` on, before `until`. */
export interface TimeRange {
  since: Date;
  until: Date;
}

/** The largest multiple of `step` that is not above. */
export const floorTo = (value: number, step: number): number => Math.floor(value / step) * step;

/** The beginnings of the buckets that a range touches: multiples of `bucketMs` since 1970, the first not after `since`. */
export function bucketsOf({ since, until }: TimeRange, bucketMs: number): Date[] {
  const first = floorTo(since.getTime(), bucketMs);
  const count = Math.max(0, Math.ceil((until.getTime() - first) / bucketMs));
  return Array.from({ length: count }, (_, index) => new Date(first + index * bucketMs));
}
