const MENTION = /<\/?at(?:\s[^>]*)?>/gi;
/** Emphasis, code and links. A backslash counts only before punctuation. */
const MARKS = /\\(?=[!-/:-@[-`{-~])|[`[\]]|\*(?!\s)|(?<!\s)\*|~(?=~)|(?<=~)~|<(?=[a-z/!?])|&(?=#?\w+;)/gi;
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What would begin a list, a heading, a quote or a rule at the start of a line. */
const LEADING = /^(?:[-+*](?=\s|$|[-*])|#(?=#{0,5}(?:\s|$))|>)/;
const LEADING_NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * A user's text for elements in which Teams parses nothing (TextRun, titles of actions). Mentions lose their tags, and
 * `{{` gets a zero-width space inside, since renderers fill in `{{DATE(…)}}` and `{{TIME(…)}}` everywhere.
 */
export const literal = (text: string): string => withoutMentions(text).replace(/\{(?=\{)/g, "{\u200B");

/**
 * A user's text, on one line, for elements that Teams reads as Markdown (TextBlock, Fact). Only what would be read as
 * markup is escaped: some of Teams' apps show the backslash.
 */
export const escapeMarkdown = (text: string): string =>
  literal(text)
    .trim()
    .replace(MARKS, "\\$&")
    .replace(UNDERSCORE, "\\$&")
    .replace(LEADING, "\\$&")
    .replace(LEADING_NUMBER, "$1\\$2");

/** Removing a tag can join the halves of another, hence the loop. */
function withoutMentions(text: string): string {
  const without = text.replace(MENTION, "");
  return without === text ? text : withoutMentions(without);
}
