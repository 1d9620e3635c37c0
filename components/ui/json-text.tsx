/** JSON text with keys, strings, numbers and words in colours of their own. Anything else is shown as it is. */
export function JsonText({ text }: { text: string }) {
  return tokens(text).map(({ kind, text: part }, index) =>
    kind === "plain" ? (
      part
    ) : (
      <span key={index} className={COLOUR[kind]}>
        {part}
      </span>
    ),
  );
}

const COLOUR = { key: "text-info", string: "text-good", number: "text-warn", word: "text-accent" } as const;

interface Token {
  kind: keyof typeof COLOUR | "plain";
  text: string;
}

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Splits JSON text into coloured parts; joined again they are the text, character for character. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) found.push({ kind: "plain", text: text.slice(end, match.index) });
    const [whole, quoted, colon, number] = match;
    if (quoted !== undefined) {
      found.push({ kind: colon === undefined ? "string" : "key", text: quoted });
      if (colon !== undefined) found.push({ kind: "plain", text: colon });
    } else {
      found.push({ kind: number === undefined ? "word" : "number", text: whole });
    }
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ kind: "plain", text: text.slice(end) });
  return found;
}
