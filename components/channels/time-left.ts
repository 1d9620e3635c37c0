const MINUTE_MS = 60_000;

/** How long until `at` (ISO 8601) from `now` (milliseconds): "23 h 59 min", "12 min", "less than a minute". */
export function timeLeft(at: string, now: number): string {
  const minutes = Math.floor((Date.parse(at) - now) / MINUTE_MS);
  if (minutes < 1) return "less than a minute";
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
