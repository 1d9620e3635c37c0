import { clockMoment, offsetAt } from "@/lib/workspaces/formats";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 30, 90].map((days) => days * DAY),
];

/** A labelled moment on the time axis. */
export interface TimeTick {
  /** Milliseconds since 1970. */
  at: number;
  /** "14:30", or "5 Jun" where a day begins. */
  label: string;
}

/**
 * The moments to label between `from` and `until` (milliseconds): round times as clocks in `timeZone` show them, as many
 * as fit `atMost`.
 */
export function timeTicks(from: number, until: number, timeZone: string, atMost = 6): TimeTick[] {
  const step = STEPS.find((candidate) => (until - from) / candidate <= atMost) ?? 90 * DAY;
  const ticks: TimeTick[] = [];
  const first = Math.ceil((from + offsetAt(from, timeZone)) / step) * step;
  for (let wall = first; ; wall += step) {
    const at = momentOf(wall, timeZone);
    if (at > until) return ticks;
    ticks.push({ at, label: wall % DAY === 0 ? dayOf(at, timeZone) : timeOf(at, timeZone) });
  }
}

/** The span of a bar in words: "5 Jun 2026, 14:00–14:30", with both dates where it goes on into another day. */
export function spanText(from: Date, until: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone });
  const start = format.format(from);
  const sameDay = days.format(from) === days.format(until);
  return `${start}–${sameDay ? timeOf(until.getTime(), timeZone) : format.format(until)}`;
}

const timeOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);

const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone }).format(at);

/** The moment at which clocks of the zone show `wall` (as if it were UTC). */
const momentOf = (wall: number, timeZone: string): number =>
  clockMoment(new Date(wall).toISOString().slice(0, 19), timeZone);
