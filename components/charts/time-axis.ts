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

/** A moment as clocks show it: "5 Jun 2026" and "14:00". */
export interface ClockTime {
  date: string;
  time: string;
}

/** Reads the clocks of a zone at a moment (milliseconds). */
export function clockIn(timeZone: string): (at: number) => ClockTime {
  const { date, time } = formatsOf(timeZone);
  return (at) => ({ date: date.format(at), time: time.format(at) });
}

/** The span of a bar in words: "5 Jun 2026, 14:00–14:30", with both dates where it goes on into another day. */
export const spanText = (from: ClockTime, until: ClockTime): string =>
  `${from.date}, ${from.time}–${from.date === until.date ? "" : `${until.date}, `}${until.time}`;

const timeOf = (at: number, timeZone: string): string => formatsOf(timeZone).time.format(at);

const dayOf = (at: number, timeZone: string): string => formatsOf(timeZone).day.format(at);

type Formats = Record<"date" | "time" | "day", Intl.DateTimeFormat>;

/** By time zone, of which there are some four hundred. Making them takes longer than drawing a chart. */
const formats = new Map<string, Formats>();

function formatsOf(timeZone: string): Formats {
  const made = formats.get(timeZone) ?? makeFormats(timeZone);
  formats.set(timeZone, made);
  return made;
}

const makeFormats = (timeZone: string): Formats => ({
  date: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }),
  time: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }),
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone }),
});

/** The moment at which clocks of the zone show `wall` (as if it were UTC). */
const momentOf = (wall: number, timeZone: string): number =>
  clockMoment(new Date(wall).toISOString().slice(0, 19), timeZone);
