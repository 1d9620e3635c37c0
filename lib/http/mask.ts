import { secretFinder } from "./secret-finder";

/** Stands in for a hidden value. */
export const HIDDEN = "•••";

/** Paths at least this long show their end, so that a person can tell two channels of one host apart. */
const SHOWN_PATH_LENGTH = 12;

/** A channel's URL as people may see it: `scheme://host[:port]/…` and the last 4 characters of a long path. */
export function maskUrl(url: string): string {
  if (!URL.canParse(url)) return "…";
  const { protocol, hostname, pathname } = new URL(url);
  const end = pathname.length >= SHOWN_PATH_LENGTH ? pathname.slice(-4) : "";
  return `${protocol}//${hostname}${enteredPort(url)}/…${end}`;
}

/** The port as it was entered, also one that goes without saying, such as `:443`; empty when there was none. */
function enteredPort(url: string): string {
  const { port } = new URL(url);
  if (port !== "") return `:${port}`;
  return /^[^/?#]+\/\/[^/?#]*?(:(?:80|443))(?:[/?#]|$)/.exec(url)?.[1] ?? "";
}

/** Was this text made by masking? Such a value must never be stored as the real one. */
export const isMasked = (text: string): boolean => /…|•|%E2%80%A[26]/i.test(text);

/**
 * Replaces known credentials, and what looks like one of another channel or of this product, wherever a text echoes them,
 * also percent-encoded, escaped as in JSON or HTML, or in another letter case. Mask before cutting a text, or half a secret
 * stays at its end.
 * @param secrets whole channel URLs, signing secrets and values of custom headers
 */
export function maskOf(secrets: readonly string[]): (text: string) => string {
  const find = secretFinder(secrets);
  return (text) => {
    let masked = "";
    let done = 0;
    for (const [start, end] of find(text)) {
      masked += text.slice(done, start) + HIDDEN;
      done = end;
    }
    return masked + text.slice(done);
  };
}

/** The headers of a request as the log keeps them: names stay, the values of the named ones are hidden. */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  hiddenNames: readonly string[],
): Readonly<Record<string, string>> {
  if (hiddenNames.length === 0) return headers;
  const hidden = new Set(hiddenNames.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, hidden.has(name.toLowerCase()) ? HIDDEN : value]),
  );
}
