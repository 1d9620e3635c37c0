/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or an HTTP date, which becomes seconds from `now`
 * and 0 when it has passed. Null for whatever is neither.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text);
  if (!HTTP_DATE.test(text)) return null;
  // All three forms of an HTTP date are in GMT; the oldest does not say so.
  const at = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1000);
}

/** `Date.parse` alone would take "-1" and "abc 3" for dates. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/;
