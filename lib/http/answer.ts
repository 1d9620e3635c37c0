import { Buffer } from "node:buffer";

/**
 * The bytes of a body as text that can be stored anywhere: what is not UTF-8, and NUL, which Postgres refuses, become
 * U+FFFD.
 */
export function decodeBody(chunks: readonly Buffer[], maxBytes: number, truncated: boolean): string {
  const [only] = chunks;
  const bytes = chunks.length === 1 && only ? only : Buffer.concat(chunks);
  const text = bytes.toString("utf8", 0, Math.min(bytes.length, maxBytes)).replaceAll("\0", "\uFFFD");
  // The cut may have split a character.
  return truncated ? text.replace(/\uFFFD+$/, "") : text;
}

/** One text per header name, lower case; repeated headers are joined as RFC 9110, section 5.2, allows. */
export function collectHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const collected: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name === "__proto__") continue;
    collected[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return collected;
}
