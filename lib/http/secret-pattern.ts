import { parseUrl } from "./addresses";

export interface SecretPattern {
  expression: RegExp;
  /** No text shorter than this can contain a secret. */
  shortest: number;
}

/** Compiled patterns by their secrets: a channel's are asked for at every attempt. */
const compiled = new Map<string, SecretPattern | null>();
const MAX_COMPILED = 500;

/** One expression that finds each secret and its telling parts in any common encoding; null when there is none. */
export function secretPattern(secrets: readonly string[]): SecretPattern | null {
  const key = secrets.join("\n");
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  const pattern = compile(secrets);
  compiled.set(key, pattern);
  return pattern;
}

function compile(secrets: readonly string[]): SecretPattern | null {
  const parts = [...new Set(secrets.flatMap(tellingParts))].sort((a, b) => b.length - a.length);
  const shortest = parts.at(-1);
  if (shortest === undefined) return null;
  return { expression: new RegExp(parts.map(tolerant).join("|"), "gi"), shortest: shortest.length };
}

/** What of a secret must not be seen. A path, a query or a token gives a channel away as well as the whole URL. */
function tellingParts(secret: string): string[] {
  const url = /^https?:/i.test(secret) ? parseUrl(secret) : null;
  if (url) return [secret, ...partsOfUrl(url)].filter((part) => part.length > 1);
  // "Bearer <token>" is also echoed without its scheme, a signing secret without its prefix or padding.
  const bare = secret.replace(/^(whsec_|\w+ +)/, "").replace(/=+$/, "");
  return [secret, bare].filter((part) => part.length >= 4);
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
