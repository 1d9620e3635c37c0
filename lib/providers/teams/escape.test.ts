import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { hostileText } from "@/lib/messages/testing";
import { oneLine } from "@/lib/messages/text";
import { escapeMarkdown, literal } from "./escape";

/** What Teams is documented to parse, and the whole of Markdown, which the Designer parses. */
const PARSERS = {
  teams: new MarkdownIt("zero", { breaks: true }).enable([
    "emphasis",
    "link",
    "list",
    "newline",
    "escape",
    "entity",
  ]),
  designer: new MarkdownIt("default", { html: false }),
};

/** The words that a reader sees, and the names of whatever was parsed besides words. */
function read(parser: InstanceType<typeof MarkdownIt>, source: string) {
  const tokens = parser.parse(source, {});
  const inline = tokens.flatMap((token) => token.children ?? []);
  const formatted = [...tokens, ...inline]
    .map((token) => token.type)
    .filter(
      (type) => !["paragraph_open", "inline", "paragraph_close", "text", "text_special"].includes(type),
    );
  return { text: inline.map((token) => token.content).join(""), formatted };
}

const visible = (text: string) => text.replaceAll("\u200B", "");

describe("escapeMarkdown", () => {
  it.each(Object.entries(PARSERS))("keeps every text literal when %s reads it", (_name, parser) => {
    fc.assert(
      fc.property(hostileText.map(oneLine), (text) => {
        const { text: seen, formatted } = read(parser, escapeMarkdown(text));
        expect(formatted).toEqual([]);
        // A reader trims what is left around a removed mention.
        expect(visible(seen).trim()).toBe(visible(literal(text)).trim());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["snake_case and a-b (c) 1.5", "snake_case and a-b (c) 1.5"],
    ["C:\\Users\\ana", "C:\\Users\\ana"],
    ["5 * 3 > 2 & 1 < 4", "5 * 3 > 2 & 1 < 4"],
    ["-5 #4821 1.5 Q&A ~7", "-5 #4821 1.5 Q&A ~7"],
    ["*_x_*", "\\*\\_x\\_\\*"],
    ["[a](https://evil.example)", "\\[a\\](https://evil.example)"],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["## a", "\\## a"],
    ["&lt;", "\\&lt;"],
  ])("escapes no more than it must: %s", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe("literal", () => {
  it("leaves no mention and no function of the renderer, however they are nested", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(literal(text)).not.toMatch(/\{\{|<\/?at(\s[^>]*)?>/i);
      }),
    );
    expect(literal("<a<at>t>Ana</a</at>t> <AT id='1'>Bo</AT>")).toBe("Ana Bo");
    expect(visible(literal("{{DATE(2026-06-05T14:47:14Z)}} {{{"))).toBe("{{DATE(2026-06-05T14:47:14Z)}} {{{");
    expect(literal("<attic> <b> {a}")).toBe("<attic> <b> {a}");
  });
});
