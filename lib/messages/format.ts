/** How a workspace writes dates and numbers. */
export interface Format {
  locale: string;
  timeZone: string;
  /** A calendar day, `2026-06-05`, in no zone. */
  day(iso: string): string;
  /** A moment in the workspace's zone, with the zone's name. */
  moment(iso: string): string;
  number(value: number): string;
  /** Bytes as people say them: 4.8 MB. */
  size(bytes: number): string;
}

const FALLBACK = { locale: "en-GB", timeZone: "UTC" };
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
/** Making the formatters costs more than a whole card; every pair of settings in use fits. */
const CACHED = 500;
const cache = new Map<string, Format>();

/** The format of a locale (BCP 47) and a time zone (IANA); an unknown one falls back to en-GB or UTC. */
export function formatFor(locale: string, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  const cached = cache.get(key);
  if (cached) return cached;
  if (cache.size >= CACHED) cache.clear();
  const format = makeFormat(usableLocale(locale), usableTimeZone(timeZone));
  cache.set(key, format);
  return format;
}

function makeFormat(locale: string, timeZone: string): Format {
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  const day = new Intl.DateTimeFormat(locale, { ...date, timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, {
    ...date,
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    locale,
    timeZone,
    day: remembering((iso) => plainSpaces(day.format(new Date(iso)))),
    moment: (iso) => plainSpaces(moment.format(new Date(iso))),
    number: (value) => number.format(value),
    size: (bytes) => formatSize(locale, bytes),
  };
}

/** Days are few and come again and again: writing one takes as long as the rest of a small card. */
function remembering(write: (iso: string) => string): (iso: string) => string {
  const known = new Map<string, string>();
  return (iso) => {
    const text = known.get(iso) ?? write(iso);
    if (known.size >= CACHED) known.clear();
    known.set(iso, text);
    return text;
  };
}

function formatSize(locale: string, bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[power],
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

/** ICU versions differ in which invisible space they put before "PM". */
const plainSpaces = (text: string): string => text.replace(/[\u202F\u2009]/g, " ");

function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? FALLBACK.locale;
  } catch (error) {
    if (error instanceof RangeError) return FALLBACK.locale;
    throw error;
  }
}

function usableTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return FALLBACK.timeZone;
    throw error;
  }
}
