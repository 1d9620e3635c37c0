/** One automatic try in the table of the retries page. */
export interface TryDocs {
  number: number;
  /** "at once", "30 s". */
  wait: string;
  /** Since the first try, without jitter and the time that tries take. */
  elapsed: string;
}

/** The tries of a schedule: the first one, and one after each wait (seconds). */
export function triesOf(schedule: readonly number[]): TryDocs[] {
  const first = { number: 1, wait: "at once", elapsed: "0 s" };
  let elapsed = 0;
  const retries = schedule.map((wait, index) => {
    elapsed += wait;
    return { number: index + 2, wait: duration(wait), elapsed: duration(elapsed) };
  });
  return [first, ...retries];
}

/** Seconds for people: "30 s", "2 min", "1 h 30 min". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const units = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  return units
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}
