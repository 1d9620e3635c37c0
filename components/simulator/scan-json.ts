/** Where JSON text breaks, as an offset in characters, and what was expected there. */
export interface JsonProblem {
  offset: number;
  message: string;
}

/** Either the value with the offset of every place in it (`data.task.title`), or the first problem. */
export type JsonScan =
  { ok: true; value: unknown; positions: ReadonlyMap<string, number> } | { ok: false; problem: JsonProblem };

/** The API refuses deeper data as well. */
const DEEPEST = 32;

/**
 * Parses JSON and remembers where each value stands; browsers disagree on how they report the place of a mistake.
 * @param root the path of the outermost value
 */
export function scanJson(text: string, root: string): JsonScan {
  const positions = new Map<string, number>();
  try {
    const end = skipSpace(text, value(text, skipSpace(text, 0), root, 0, positions));
    if (end < text.length) throw new Broken(end, "Nothing may follow the last brace.");
    return { ok: true, value: JSON.parse(text), positions };
  } catch (error) {
    if (error instanceof Broken)
      return { ok: false, problem: { offset: error.offset, message: error.message } };
    throw error;
  }
}

/** 1-based line of an offset. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

class Broken extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

type Positions = Map<string, number>;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const skipSpace = (text: string, at: number): number => endOf(SPACE, text, at);

/** Reads one value and answers where it ends. */
function value(text: string, at: number, path: string, depth: number, positions: Positions): number {
  if (depth > DEEPEST) throw new Broken(at, `Nested deeper than ${DEEPEST} levels.`);
  positions.set(path, at);
  switch (text[at]) {
    case undefined:
      throw new Broken(at, "A value is missing here.");
    case "{":
      return object(text, at, path, depth, positions);
    case "[":
      return list(text, at, path, depth, positions);
    case '"':
      return string(text, at);
    default: {
      const end = Math.max(endOf(WORD, text, at), endOf(NUMBER, text, at));
      if (end !== -1) return end;
      throw new Broken(at, "Write a value here: text in double quotes, a number, true, false, null, { or [.");
    }
  }
}

function object(text: string, start: number, path: string, depth: number, positions: Positions): number {
  let at = skipSpace(text, start + 1);
  if (text[at] === "}") return at + 1;
  for (;;) {
    if (text[at] !== '"') throw new Broken(at, "Write a name in double quotes here.");
    const nameEnd = string(text, at);
    const name = String(JSON.parse(text.slice(at, nameEnd)));
    at = expect(text, skipSpace(text, nameEnd), ":", "Write a colon after the name.");
    at = skipSpace(text, value(text, skipSpace(text, at), `${path}.${name}`, depth + 1, positions));
    if (text[at] === "}") return at + 1;
    at = skipSpace(text, expect(text, at, ",", "Write a comma or a closing brace here."));
  }
}

function list(text: string, start: number, path: string, depth: number, positions: Positions): number {
  let at = skipSpace(text, start + 1);
  if (text[at] === "]") return at + 1;
  for (let index = 0; ; index += 1) {
    at = skipSpace(text, value(text, at, `${path}.${index}`, depth + 1, positions));
    if (text[at] === "]") return at + 1;
    at = skipSpace(text, expect(text, at, ",", "Write a comma or a closing bracket here."));
  }
}

function string(text: string, at: number): number {
  const end = endOf(STRING, text, at);
  if (end === -1) throw new Broken(at, "This text is not closed, or holds a character that must be escaped.");
  return end;
}

function expect(text: string, at: number, char: string, message: string): number {
  if (text[at] !== char) throw new Broken(at, message);
  return at + 1;
}
