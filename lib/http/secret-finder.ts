import { parseUrl } from "./addresses";
import { CREDENTIAL, mayHoldCredential } from "./credential-patterns";
import { betweenEscapes, unescaped } from "./unescaped";

/** Where a text shows a secret: from the first character up to, not including, the second. */
export type Span = readonly [start: number, end: number];

/** Finds certain secrets in texts, and what looks like somebody else's: their spans in order, none of them touching another. */
export type SecretFinder = (text: string) => Span[];

/** Finders by their secrets: a channel's is asked for at every attempt. Some 20 MB at most. */
const known = new Map<string, SecretFinder>();
const MAX_KNOWN = 10_000;

/** One finder for each secret and its telling parts, whatever the encoding and letter case. */
export function secretFinder(secrets: readonly string[]): SecretFinder {
  const key = secrets.join("\n");
  const made = known.get(key);
  if (made) return made;
  if (known.size >= MAX_KNOWN) known.clear();
  const finder = makeFinder(secrets);
  known.set(key, finder);
  return finder;
}

function makeFinder(secrets: readonly string[]): SecretFinder {
  const parts = [...new Set(secrets.flatMap(tellingParts))];
  const runs = [...new Set(parts.map(longestRun))];
  const needles = [...new Set(parts.map((part) => unescaped(part).text))];
  return (text) => {
    const lower = text.toLowerCase();
    const known = runs.some((run) => lower.includes(run));
    const foreign = mayHoldCredential(lower);
    return known || foreign ? spansOf(known ? needles : [], foreign, text) : [];
  };
}

/** Nobody encodes letters and digits, so that a text without a part's longest run of them is without the part. */
function longestRun(part: string): string {
  const runs = betweenEscapes(part.toLowerCase()).flatMap((piece) => piece.match(/[a-z0-9]+/g) ?? []);
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

function spansOf(needles: readonly string[], foreign: boolean, original: string): Span[] {
  const { text, starts, ends } = unescaped(original);
  const spans: Span[] = [];
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const last = at + needle.length - 1;
      if (needle.length >= SHORT || standsAlone(text, at, last))
        spans.push([starts[at] ?? 0, ends[last] ?? original.length]);
    }
  }
  for (const match of foreign ? text.matchAll(CREDENTIAL) : [])
    spans.push([starts[match.index] ?? 0, ends[match.index + match[0].length - 1] ?? original.length]);
  return merged(spans);
}

/** Below this a part is hidden only where it stands alone, or "/a" would hide half of every text. */
const SHORT = 12;
const standsAlone = (text: string, first: number, last: number): boolean =>
  !/[\w<-]/.test(text.charAt(first - 1)) && !/[\w-]/.test(text.charAt(last + 1));

function merged(spans: Span[]): Span[] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** What of a secret must not be seen. A path, a query or a token gives a channel away as well as the whole URL. */
function tellingParts(secret: string): string[] {
  const url = /^https?:/i.test(secret) ? parseUrl(secret) : null;
  if (url) return [secret, ...partsOfUrl(url)].filter((part) => part.length > 1);
  // "Bearer <token>" is also echoed without its scheme, a signing secret without its prefix or padding.
  const bare = secret.replace(/^(whsec_|\w+ +)/, "").replace(/=+$/, "");
  return [secret, bare].filter((part) => part.length >= 6);
}

function partsOfUrl(url: URL): string[] {
  const segments = url.pathname.split("/").filter(looksSecret);
  const values = [...url.searchParams.values()].filter((value) => value.length >= 6);
  const rawValues = url.search.slice(1).split(/[&=]/).filter(looksSecret);
  const whole = [url.href, url.pathname + url.search, url.pathname, url.search.slice(1)];
  return [...whole, ...segments, ...values, ...rawValues];
}

/** Ordinary words such as "webhooks" stay readable. */
const looksSecret = (text: string): boolean => text.length >= 12 || (text.length >= 8 && /\d/.test(text));
