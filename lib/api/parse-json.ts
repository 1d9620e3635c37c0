import { ApiProblem } from "./problem";
import type { ProblemCode } from "./problem-codes";

/** What JSON can say, less the key `__proto__`. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Levels of objects and lists that a body may have, itself being the first: the contract of the API. */
export const MAX_DEPTH = 32;

/**
 * Parses JSON strictly. Of a repeated key the last one counts. Throws ApiProblem: 400 when it is not JSON; 422 for
 * nesting beyond the levels that `depthOf` grants, NUL or half surrogate pairs in texts and keys, the key `__proto__`, and
 * numbers that would lose digits.
 */
export function parseJson(text: string, depthOf: (value: Json) => number = () => MAX_DEPTH): Json {
  const value = parse(text);
  // Raw control characters are no JSON and the text is valid UTF-8: only an escape can bring in what is looked for.
  const escapes = text.includes("\\u");
  const rules = {
    maxDepth: depthOf(value),
    texts: escapes,
    keys: escapes || text.includes("__proto__"),
  };
  check({ value, key: "", parent: null }, rules);
  return value;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    const mark = text.startsWith("\uFEFF") ? " It begins with a byte order mark; leave that out." : "";
    throw new ApiProblem("not_json", `The body is not JSON.${mark}`);
  }
}

/** A value and how it was reached; a path is put together only for a refusal. */
interface Place {
  value: Json;
  key: string | number;
  parent: Place | null;
}

type Container = Json[] | { [key: string]: Json };

/** A place with places in it. */
interface Branch extends Place {
  value: Container;
}

interface Rules {
  maxDepth: number;
  /** Whether texts and keys may hold forbidden characters at all. */
  texts: boolean;
  /** Whether an object may have the key `__proto__` at all. */
  keys: boolean;
}

/** Goes level by level with lists of its own instead of the call stack, so that no input can exhaust it. */
function check(root: Place, rules: Rules): void {
  if (!isContainer(root.value)) return checkScalar(root.value, root.key, root.parent, rules);
  let level: Branch[] = [{ ...root, value: root.value }];
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: Branch[] = [];
    for (const place of level) {
      if (depth > rules.maxDepth) throw tooDeep(place, rules);
      checkChildren(place, rules, next);
    }
    level = next;
  }
}

function checkChildren(parent: Branch, rules: Rules, next: Branch[]): void {
  const { value: container } = parent;
  if (Array.isArray(container)) {
    for (let index = 0; index < container.length; index += 1) {
      checkChild(container[index] as Json, index, parent, rules, next);
    }
    return;
  }
  for (const key of Object.keys(container)) {
    const value = container[key] as Json;
    if (rules.keys && key === "__proto__") {
      throw refused("forbidden_key", { value, key, parent }, "is a key that is not allowed");
    }
    if (rules.texts && FORBIDDEN_TEXT.test(key)) {
      throw refused("forbidden_text", parent, "has a key with a NUL character or half a surrogate pair");
    }
    checkChild(value, key, parent, rules, next);
  }
}

function checkChild(value: Json, key: string | number, parent: Branch, rules: Rules, next: Branch[]): void {
  if (isContainer(value)) next.push({ value, key, parent });
  else checkScalar(value, key, parent, rules);
}

function checkScalar(value: Json, key: string | number, parent: Place | null, rules: Rules): void {
  if (typeof value === "number") {
    const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (!exact) {
      throw refused(
        "number_out_of_range",
        { value, key, parent },
        "would lose digits as a number; send it as text",
      );
    }
  }
  if (rules.texts && typeof value === "string" && FORBIDDEN_TEXT.test(value)) {
    throw refused("forbidden_text", { value, key, parent }, "has a NUL character or half a surrogate pair");
  }
}

/** With the `u` flag a well-formed pair is one character, so that only halves are surrogates. */
const FORBIDDEN_TEXT = /[\0\p{Surrogate}]/u;

const isContainer = (value: Json): value is Container => typeof value === "object" && value !== null;

const tooDeep = (place: Place, { maxDepth }: Rules) =>
  refused("too_deep", place, `is nested deeper than ${maxDepth} levels`);

function refused(code: ProblemCode, place: Place, rule: string): ApiProblem {
  const path = pathOf(place);
  const message = `${path === "" ? "The body" : path} ${rule}.`;
  return new ApiProblem(code, message, { errors: [{ path, message }] });
}

// A path repeats the caller's own keys, of any length; this names the place well enough.
const MAX_SHOWN_PATH = 200;

function pathOf(place: Place): string {
  const keys: (string | number)[] = [];
  for (let at = place; at.parent !== null; at = at.parent) keys.unshift(at.key);
  const path = keys.join(".");
  if (path.length <= MAX_SHOWN_PATH) return path;
  return `${path.slice(0, MAX_SHOWN_PATH).replace(/\p{Surrogate}$/u, "")}…`;
}
