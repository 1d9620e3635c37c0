/** A text without its escapes, and where each of its characters stood. */
export interface Unescaped {
  /** One character per byte of UTF-8, lower case. */
  text: string;
  /** For each character: where it began in the original, and where it ended. */
  starts: number[];
  ends: number[];
}

/**
 * Percent-encoding, JSON escapes and HTML character references. Each alternative begins with a character of its own and
 * looks only a few ahead, so that no text takes long.
 */
const ESCAPE =
  /%([0-9a-f]{2})|\\u([0-9a-f]{4})|&#x0{0,8}([0-9a-f]{1,6});|&#0{0,8}([0-9]{1,7});|(&amp;)|\\(?=[^a-z0-9])/gi;

/** Escapes within escapes that are undone; a proxy's JSON about a form's URL has three. */
const MAX_PASSES = 4;

/** Undoes whatever common encodings a text went through, so that two spellings of the same become equal. */
export function unescaped(original: string): Unescaped {
  let current = asBytes(original);
  for (let pass = 0; pass < MAX_PASSES && current.text.search(ESCAPE) >= 0; pass++) current = undone(current);
  return { ...current, text: current.text.toLowerCase() };
}

/** The parts of a text between its escapes. */
export const betweenEscapes = (original: string): string[] => original.replace(ESCAPE, "\n").split("\n");

function asBytes(original: string): Unescaped {
  const bytes = builder();
  for (let at = 0; at < original.length;) {
    const character = String.fromCodePoint(original.codePointAt(at) ?? 0);
    bytes.add(bytesOf(character), at, at + character.length);
    at += character.length;
  }
  return bytes.built();
}

function undone({ text, starts, ends }: Unescaped): Unescaped {
  const result = builder();
  const copy = (from: number, to: number) => {
    for (let at = from; at < to; at++) result.add(text.charAt(at), starts[at] ?? 0, ends[at] ?? 0);
  };
  let done = 0;
  for (const match of text.matchAll(ESCAPE)) {
    copy(done, match.index);
    done = match.index + match[0].length;
    result.add(meaningOf(match), starts[match.index] ?? 0, ends[done - 1] ?? 0);
  }
  copy(done, text.length);
  return result.built();
}

function builder() {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    add(bytes: string, start: number, end: number): void {
      for (const byte of bytes) {
        characters.push(byte);
        starts.push(start);
        ends.push(end);
      }
    },
    built: (): Unescaped => ({ text: characters.join(""), starts, ends }),
  };
}

function meaningOf([, percent, json, hexadecimal, decimal, ampersand]: RegExpMatchArray): string {
  if (percent !== undefined) return String.fromCharCode(Number.parseInt(percent, 16));
  const code = json ?? hexadecimal;
  if (code !== undefined) return codePoint(Number.parseInt(code, 16));
  if (decimal !== undefined) return codePoint(Number(decimal));
  // A backslash alone only protects what follows.
  return ampersand === undefined ? "" : "&";
}

const codePoint = (code: number): string => (code <= 0x10ffff ? bytesOf(String.fromCodePoint(code)) : "");

const encoder = new TextEncoder();
const bytesOf = (character: string): string =>
  character < "\x80" ? character : String.fromCharCode(...encoder.encode(character));
