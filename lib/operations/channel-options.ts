import type { FieldError } from "@/lib/errors";
import type { ChannelOptions } from "@/lib/providers/provider";

/** Adds to `errors` what a card could not be drawn with: an unknown locale or time zone. */
export function checkOptions({ locale, timeZone }: ChannelOptions, errors: FieldError[]): void {
  if (locale !== undefined && !isLocale(locale)) {
    errors.push({ path: "options.locale", message: "This is not a language tag such as en-GB (BCP 47)." });
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    errors.push({
      path: "options.timeZone",
      message: "This is not a time zone such as Europe/Berlin (IANA).",
    });
  }
}

const isLocale = (locale: string): boolean => succeeds(() => Intl.getCanonicalLocales(locale));
const isTimeZone = (timeZone: string): boolean =>
  succeeds(() => new Intl.DateTimeFormat("en-GB", { timeZone }));

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
