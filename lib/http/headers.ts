import type { FieldError } from "@/lib/errors";

/** Enough for the authentication of any receiver. */
const MAX_CUSTOM_HEADERS = 20;
/** Half of what common servers accept for all headers together (8 KiB in nginx and Apache). */
const MAX_HEADER_VALUE = 4096;
const MAX_HEADER_NAME = 128;

/** Names that the product or the connection sets itself, and those that would change how a request is framed. */
const RESERVED = new Set([
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "forwarded",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "via",
]);
const RESERVED_PREFIXES = [
  "webhook-",
  "x-aamu-",
  "x-aimee-",
  "x-carillon-",
  "x-forwarded-",
  "sec-",
  "proxy-",
];

/** `token` of RFC 9110, section 5.6.2. */
const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
/** Visible Latin-1 characters, spaces and tabs: a line break would begin a header of its own. */
const VALUE = /^[\t\x20-\x7e\xa0-\xff]*$/;

/** Checks custom request headers; each error's path is `headers.<name>`. An empty list means that all may be sent. */
export function checkHeaders(headers: Readonly<Record<string, string>>): FieldError[] {
  const names = Object.keys(headers);
  const errors: FieldError[] =
    names.length > MAX_CUSTOM_HEADERS
      ? [{ path: "headers", message: `At most ${MAX_CUSTOM_HEADERS} custom headers can be set.` }]
      : [];
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const message = nameError(name, seen) ?? valueError(value);
    seen.add(name.toLowerCase());
    if (message !== null) errors.push({ path: headerPath(name), message });
  }
  return errors;
}

/** Where an error about a header points: `headers.<name>`, cut and without what can't be printed. */
export const headerPath = (name: string): string => `headers.${printable(name)}`;

function nameError(name: string, seen: ReadonlySet<string>): string | null {
  const lower = name.toLowerCase();
  if (name === "") return "Give the header a name.";
  if (name.length > MAX_HEADER_NAME) return `The name may have ${MAX_HEADER_NAME} characters at most.`;
  if (!NAME.test(name)) return "The name may contain letters, digits and hyphens only.";
  if (
    RESERVED.has(lower) ||
    lower === "__proto__" ||
    RESERVED_PREFIXES.some((prefix) => lower.startsWith(prefix))
  )
    return "This header is set by the product and can't be overridden. Choose another name.";
  if (seen.has(lower)) return "This header is given twice.";
  return null;
}

function valueError(value: string): string | null {
  if (value.length > MAX_HEADER_VALUE) return `The value may have ${MAX_HEADER_VALUE} characters at most.`;
  if (!VALUE.test(value))
    return "The value may not contain line breaks, control characters or characters beyond Latin-1.";
  return null;
}

/** A name in an error message must not carry what was wrong with it. */
const printable = (name: string): string => name.slice(0, MAX_HEADER_NAME).replace(/[^\x20-\x7e]/g, "?");
