import type { SlackReader } from "./ast";

/**
 * Fills a Slack date format such as `{date_short} at {time}` in the reader's zone. Seconds since 1970 go in; null comes
 * out when Slack would show the fallback text: no number, or a token it does not know.
 * @see https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function formatSlackDate(seconds: number, format: string, reader: SlackReader): string | null {
  const date = new Date(seconds * 1000);
  if (!/\{\w+\}/.test(format) || Number.isNaN(date.getTime())) return null;
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (_, token: string) => {
    const filled = fill(token, date, reader);
    known &&= filled !== null;
    return filled ?? "";
  });
  return known ? text : null;
}

function fill(token: string, date: Date, reader: SlackReader): string | null {
  const pretty = /^(date|date_short|date_long)_pretty$/.exec(token);
  if (pretty) return nearDay(date, reader) ?? fill(pretty[1] ?? "", date, reader);
  if (token === "date_num") return isoDay(date, reader);
  if (token === "ago") return nearDay(date, reader) ?? fill("date", date, reader);
  const options = OPTIONS[token];
  return options === undefined ? null : show(date, options, reader);
}

const OPTIONS: Record<string, Intl.DateTimeFormatOptions> = {
  date: { year: "numeric", month: "long", day: "numeric" },
  date_slash: { year: "numeric", month: "2-digit", day: "2-digit" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  date_long_full: { year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

function show(date: Date, options: Intl.DateTimeFormatOptions, { locale, timeZone }: SlackReader): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date);
}

// Swedish writes dates as ISO 8601 does.
const isoDay = (date: Date, { timeZone }: SlackReader): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(date);

/** "today", "yesterday" or "tomorrow" in the reader's language, else null. */
function nearDay(date: Date, reader: SlackReader): string | null {
  const days = (Date.parse(isoDay(date, reader)) - Date.parse(isoDay(reader.now, reader))) / 86_400_000;
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(days, "day");
}
