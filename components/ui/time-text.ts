const UNITS = [
  { unit: "d", seconds: 86_400 },
  { unit: "h", seconds: 3_600 },
  { unit: "min", seconds: 60 },
] as const;

/** How far `at` (ISO 8601) is from `now` (milliseconds): "just now", "4 min ago", "in 2 h"; a date beyond 30 days. */
export function relativeTime(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance >= 30 * 86_400) return at.slice(0, 10);
  if (distance < 5) return "just now";
  const text = span(distance);
  return seconds < 0 ? `${text} ago` : `in ${text}`;
}

/** A moment with date, time to the second and zone, as the reader's machine writes it. */
export function exactTime(at: string): string {
  if (at !== last.at) last = { at, text: EXACT.format(Date.parse(at)) };
  return last.text;
}

// A row of a list says its moment twice, for wide screens and for narrow ones.
let last = { at: "", text: "" };

// Made once: making one takes longer than writing a hundred moments.
const EXACT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });

/** Milliseconds for people: "85 ms", "1.24 s", "2 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(2)} s`;
  const minutes = Math.floor(milliseconds / 60_000);
  return `${minutes} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

/** The time between two moments, in milliseconds: "850 ms", "30.4 s", "2 min 5 s", "3 h 12 min". */
export function gap(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 60) return `${minutes} min ${Math.floor((milliseconds % 60_000) / 1000)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function span(seconds: number): string {
  const found = UNITS.find((candidate) => seconds >= candidate.seconds);
  return found ? `${Math.floor(seconds / found.seconds)} ${found.unit}` : `${seconds} s`;
}
