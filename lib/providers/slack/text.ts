import type { Inline } from "@/lib/messages/message";
import { codePoints, cut, plain } from "@/lib/messages/text";
import { isSafeLink } from "../trim";
import type { Mrkdwn, PlainText } from "./block-schema";

/**
 * What Slack would read as formatting in a mrkdwn text although `& < >` are escaped: it has no escape for `* _ ~` and the
 * backtick, nor for quotes at the start of a line and `:emoji:`.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
const MARKUP = /[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^\s*>|:[a-z0-9_+'-]+:/im;

/** The three characters that Slack gives a meaning in every text. */
export const escapeText = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

export const plainText = (text: string, emoji: boolean): PlainText => ({
  type: "plain_text",
  text: escapeText(text),
  emoji,
});

/**
 * Structure as mrkdwn when every word in it stays literal there and it fits into `max`; else as plain text, which Slack
 * never parses.
 */
export function textOf(rich: Inline[], max: number): Mrkdwn | PlainText {
  const inlines = rich.filter((inline) => inline.text !== "");
  if (!isInert(inlines)) return plainText(plain(inlines), false);
  const text = inlines.map((inline, at) => marked(inline, isApart(inlines, at))).join("");
  return codePoints(text) <= max ? mrkdwn(text, plain(inlines)) : plainText(plain(inlines), false);
}

/** Somebody's own words, drawn as a quote where that is possible. Cut so that the escaped text fits into `max`. */
export function quoteOf(quote: string, max: number): Mrkdwn | PlainText {
  const fitting = cutEscaped(quote, max);
  if (MARKUP.test(fitting)) return plainText(fitting, false);
  return mrkdwn(escapeText(fitting).replace(/^/gm, "> "), fitting);
}

/**
 * Slack makes addresses in a text clickable, but turns names such as @here into mentions as well: `verbatim` stops both
 * where somebody's words could be taken for a name.
 */
const mrkdwn = (text: string, words: string): Mrkdwn => ({
  type: "mrkdwn",
  text,
  ...(/[@#]/.test(words) && { verbatim: true as const }),
});

/** A link of our own words. */
export const linkTo = (url: string, label: string): string =>
  `<${escapeText(url.replace(/\|/g, "%7C").replace(/</g, "%3C").replace(/>/g, "%3E"))}|${escapeText(label)}>`;

const isInert = (inlines: Inline[]): boolean =>
  !MARKUP.test(plain(inlines)) && inlines.every(({ text }) => !MARKUP.test(text));

/** Slack takes a mark only at the edge of a word. */
const isApart = (inlines: Inline[], at: number): boolean =>
  /(^|\s)$/.test(inlines[at - 1]?.text ?? "") && /^($|[\s.,;:!?)])/.test(inlines[at + 1]?.text ?? "");

function marked(inline: Inline, apart: boolean): string {
  const plainText = dateOf(inline) ?? escapeText(inline.text);
  const text = apart ? withMarks(inline, plainText) : plainText;
  return inline.href !== undefined && isSafeLink(inline.href) ? linkTo(inline.href, inline.text) : text;
}

/** Marks never stand beside a space on their inner side, and never reach over a line. */
function withMarks({ text, bold, italic, code }: Inline, escaped: string): string {
  if (text.trim() !== text || text === "" || text.includes("\n")) return escaped;
  if (code) return `\`${escaped}\``;
  const inner = italic ? `_${escaped}_` : escaped;
  return bold ? `*${inner}*` : inner;
}

/** Drawn in the reader's own zone; the text stands in where that fails. */
function dateOf({ text, dateTime }: Inline): string | undefined {
  const milliseconds = Date.parse(dateTime ?? "");
  if (Number.isNaN(milliseconds)) return undefined;
  const fallback = escapeText(text.replaceAll("|", "/"));
  return `<!date^${Math.floor(milliseconds / 1000)}^{date_short_pretty} at {time}|${fallback}>`;
}

/** Room for the quote marks of every line as well. */
function cutEscaped(text: string, max: number): string {
  const size = codePoints(escapeText(text)) + 2 * text.split("\n").length;
  if (size <= max) return text;
  return cutEscaped(cut(text, Math.floor((codePoints(text) * max) / size) - 1), max);
}
