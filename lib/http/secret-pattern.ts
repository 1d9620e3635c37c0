import { parseUrl } from "./addresses";

/** Finds secrets in texts. */
export interface SecretPattern {
  /** Could this text contain one? Almost always not, which is much cheaper to say than where. */
  suspects(text: string): boolean;
  /** Matches every secret and each of its telling parts. */
  expression(): RegExp;
}

/** Patterns by their secrets: a channel's are asked for at every attempt. */
const known = new Map<string, SecretPattern>();
const MAX_KNOWN = 1_000;

/** One pattern for each secret and its telling parts in any common encoding. */
export function secretPattern(secrets: readonly string[]): SecretPattern {
  const key = secrets.join("\n");
  const made = known.get(key);
  if (made) return made;
  if (known.size >= MAX_KNOWN) known.clear();
  const pattern = makePattern(secrets);
  known.set(key, pattern);
  return pattern;
}

function makePattern(secrets: readonly string[]): SecretPattern {
  const parts = [...new Set(secrets.flatMap(tellingParts))].sort((a, b) => b.length - a.length);
  const runs = [...new Set(parts.map(longestRun))];
  let compiled: RegExp | undefined;
  return {
    suspects: (text) => {
      const lower = text.toLowerCase();
      return runs.some((run) => lower.includes(run));
    },
    expression: () => (compiled ??= new RegExp(parts.map(tolerant).join("|"), "gi")),
  };
}

/** Letters and digits are never encoded, so that no encoding of a part is without its longest run of them. */
function longestRun(part: string): string {
  const runs = part.toLowerCase().match(/[a-z0-9]+/g) ?? [""];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
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
  return [
    url.href,
    url.pathname + url.search,
    url.pathname,
    url.search.slice(1),
    ...segments,
    ...segments.map(decoded),
    ...values,
    ...rawValues,
  ];
}

/** Ordinary words such as "webhooks" stay readable. */
const looksSecret = (text: string): boolean => text.length >= 12 || (text.length >= 8 && /\d/.test(text));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Below this a part is hidden only where it stands alone, or "/a" would hide half of every text. */
const SHORT = 12;

function tolerant(part: string): string {
  const body = [...part].map(tolerantCharacter).join("");
  return part.length < SHORT ? `(?<![\\w%<-])${body}(?![\\w-])` : body;
}

/** A character as it is, escaped, percent-encoded (even repeatedly), or as a JSON or HTML escape. */
function tolerantCharacter(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character;
  const literal = character.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(2, "0");
  const percent = [...new TextEncoder().encode(character)]
    .map((byte) => `%(?:25){0,3}${byte.toString(16).padStart(2, "0")}`)
    .join("");
  const html = character === "&" ? "|&amp;" : "";
  return `(?:\\\\{0,4}${literal}|${percent}|\\\\{1,4}u${hex.padStart(4, "0")}|&#x0*${hex};|&#0*${code};${html})`;
}
