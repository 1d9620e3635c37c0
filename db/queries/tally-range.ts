import { sql, type SQL } from "drizzle-orm";
import { floorTo, HOUR_MS, type TimeRange } from "./buckets";

/** A request's `until` is the moment at which it was made; by the time it is answered, that is a little ago. */
const JUST_NOW_MS = 1000;

/** The whole hours within a range; null when there is none. A range up to now has the hour that runs as a whole: nothing lies after now. */
export function hoursWithin({ since, until }: TimeRange): TimeRange | null {
  const first = -floorTo(-since.getTime(), HOUR_MS);
  const upToNow = until.getTime() >= Date.now() - JUST_NOW_MS;
  const last = upToNow ? -floorTo(-until.getTime(), HOUR_MS) : floorTo(until.getTime(), HOUR_MS);
  return first < last ? { since: new Date(first), until: new Date(last) } : null;
}

/** What of a range lies before and after a part of it; all of it where there is no part. */
export const around = (range: TimeRange, part: TimeRange | null): TimeRange[] =>
  part === null
    ? [range]
    : [
        { since: range.since, until: part.since },
        { since: part.until, until: range.until },
      ].filter((edge) => edge.since < edge.until);

export const between = (column: string, { since, until }: TimeRange): SQL =>
  sql`${sql.raw(column)} >= ${since.toISOString()}::timestamptz and ${sql.raw(column)} < ${until.toISOString()}::timestamptz`;

/** Moments as an array. */
export const times = (moments: readonly Date[]): SQL =>
  sql`${sql.param(moments.map((moment) => moment.toISOString()))}::text[]::timestamptz[]`;
