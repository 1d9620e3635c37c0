/** The locale in its canonical form, or null when it is none that dates can be written in here. */
export function canonicalLocale(locale: string): string | null {
  if (locale.length > MAX_LOCALE) return null;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The time zone's name, or null when there is none of this name. Offsets such as `+02:00` are none: they have no summer. */
export function canonicalTimeZone(timeZone: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(timeZone)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// RFC 5646, 4.4.1: buffers for language tags need 35 characters.
const MAX_LOCALE = 35;

/** The moment (milliseconds) at which a calendar day, `2026-06-05`, begins in a time zone; NaN when it is no day. */
export function startOfDay(day: string, timeZone: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? clockMoment(`${day}T00:00`, timeZone) : NaN;
}

/** The moment (milliseconds) at which clocks in a time zone show `2026-06-05T14:30`; NaN when they never do. */
export function clockMoment(shown: string, timeZone: string): number {
  const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(shown) ? Date.parse(`${shown}Z`) : NaN;
  if (Number.isNaN(utc)) return NaN;
  // Twice: the offset at the first guess may be that of the other side of a change of clocks.
  const guess = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(guess, timeZone);
}

/** What clocks in a time zone show at a moment (milliseconds): `2026-06-05T14:30:07`. */
export const clockText = (at: number, timeZone: string): string =>
  new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 19);

/** How far (milliseconds) the zone's clocks are ahead of UTC at a moment. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value);
  const shown = Date.UTC(
    ...([
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    ] as const),
  );
  return shown - Math.floor(at / 1000) * 1000;
}

/** By time zone, of which there are some four hundred. Making one takes longer than reading a hundred clocks. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      ...{ year: "numeric", month: "numeric", day: "numeric" },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    });
  clocks.set(timeZone, clock);
  return clock;
}
