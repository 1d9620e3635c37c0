import type { Rich } from "./message";

/** Line separators of Unicode; terminals and browsers disagree on all but the first. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Controls, and the marks that turn the direction of text that follows them (Unicode TR 36, section 3.1). */
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What must not stay behind when a character was cut in two: spaces, accents, joiners. */
const RAGGED_END = /[\s\p{M}\u200C\u200D]+$/u;

/** Printable ASCII on one line, as most texts are: nothing in it has to be replaced. */
const PLAIN = /^[ -~]*$/;
/** The same with single spaces, and only between words. */
const PLAIN_WORDS = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** The same text without what no card can show: control characters, direction overrides, half characters. */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(LINE_BREAKS, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATE, "\uFFFD");
}

/** Clean, on one line, without spaces around it. */
export const oneLine = (text: string): string =>
  PLAIN_WORDS.test(text) ? text : clean(text).replace(/\s+/g, " ").trim();

/** Clean, with its lines, but never more than one empty line in a row. */
export const paragraphs = (text: string): string =>
  clean(text)
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** At most `max` code points; a cut text ends with "…". */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let index = 0;
  let room = max;
  let kept = 0;
  for (const point of text) {
    if (room === 0) return `${text.slice(0, kept).replace(RAGGED_END, "")}…`;
    room -= 1;
    index += point.length;
    if (room > 0) kept = index;
  }
  return text;
}

/** How many characters a provider counts. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The words alone, without structure. */
export const plain = (rich: Rich): string =>
  typeof rich === "string" ? rich : rich.map((inline) => inline.text).join("");

/** `dueDate` and `due_date` read as "Due date"; whatever is no identifier stays as it is. */
export function humanise(name: string): string {
  if (!/^[a-z][A-Za-z0-9]*(_[a-z0-9]+)*$/.test(name)) return oneLine(name);
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
