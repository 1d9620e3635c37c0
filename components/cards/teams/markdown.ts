import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

/**
 * The part of Markdown that Teams draws in cards: emphasis, lists and links; no headings, images, quotes, code or HTML.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#format-cards-with-markdown
 */
const markdown = new MarkdownIt("zero", { html: false, breaks: true }).enable([
  "emphasis",
  "link",
  "list",
  "newline",
  "escape",
  "entity",
]);

const ALLOWED = {
  ALLOWED_TAGS: ["p", "br", "strong", "em", "ul", "ol", "li", "a"],
  ALLOWED_ATTR: ["href", "title", "start"],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
};

/** Card text to HTML that is safe to insert. Browser only. */
export const toSafeHtml = (text: string): string => DOMPurify.sanitize(markdown.render(text), ALLOWED);
