import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mrkdwn as Parsed } from "@/components/cards/slack/ast";
import { parseMrkdwn, parsePlainText } from "@/components/cards/slack/mrkdwn";
import type { Inline } from "@/lib/messages/message";
import { hostileText } from "@/lib/messages/testing";
import { clean, codePoints, oneLine } from "@/lib/messages/text";
import type { Mrkdwn, PlainText } from "./block-schema";
import { escapeText, linkTo, quoteOf, textOf } from "./text";

const READER = { locale: "en-GB", timeZone: "UTC", now: new Date("2026-06-05T15:00:00Z") };
const parse = (text: Mrkdwn | PlainText): Parsed[] =>
  text.type === "mrkdwn" ? parseMrkdwn(text.text, READER) : parsePlainText(text.text, text.emoji);

/** What a reader sees, by the documented rules. */
const seen = (nodes: Parsed[]): string =>
  nodes
    .map((node) => {
      if (node.kind === "break") return "\n";
      if ("children" in node) return seen(node.children);
      return node.kind === "emoji" ? `:${node.name}:` : node.text;
    })
    .join("");

/** What is more than words; an address that shows itself is only words. */
const kinds = (nodes: Parsed[]): string[] =>
  nodes.flatMap((node) => [
    node.kind === "link" && node.url === node.text ? "text" : node.kind,
    ...("children" in node ? kinds(node.children) : []),
  ]);

describe("textOf", () => {
  it("keeps every text literal, however it is emphasised, and rings nobody", () => {
    const run = fc.record(
      { text: hostileText.map(clean), bold: fc.constant(true as const), italic: fc.constant(true as const) },
      { requiredKeys: ["text"] },
    );
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (inlines: Inline[]) => {
        const nodes = parse(textOf(inlines, 3_000));
        expect(seen(nodes)).toBe(inlines.map((inline) => inline.text).join(""));
        for (const kind of kinds(nodes)) expect(["text", "break", "bold", "italic"]).toContain(kind);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "<!channel>",
    "<@U024BE7LH>",
    "<https://evil.example|bank>",
    "*_x_*",
    "`code`",
    "> quote",
    ":tada:",
    "~x~",
  ])("draws a learner called %s as that, and nothing else", (name) => {
    const nodes = parse(
      textOf([{ text: name, bold: true }, { text: " finished " }, { text: "Sales", bold: true }], 3_000),
    );
    expect(seen(nodes)).toBe(`${name} finished Sales`);
    expect(kinds(nodes).filter((kind) => kind !== "text" && kind !== "bold")).toEqual([]);
  });

  it("emphasises where nothing can go wrong, and writes plain text where it could", () => {
    expect(
      textOf([{ text: "Ana", bold: true }, { text: " & " }, { text: "snake_case", italic: true }], 3_000),
    ).toEqual({
      type: "mrkdwn",
      text: "*Ana* &amp; _snake_case_",
    });
    expect(textOf([{ text: "*Ana*", bold: true }, { text: " & Bo" }], 3_000)).toEqual({
      type: "plain_text",
      text: "*Ana* &amp; Bo",
      emoji: false,
    });
  });

  it("stops Slack from finding names in people's words, and lets it find addresses", () => {
    expect(textOf([{ text: "see @here and #general" }], 3_000)).toMatchObject({ verbatim: true });
    expect(textOf([{ text: "see https://acme.example/a" }], 3_000)).not.toHaveProperty("verbatim");
  });

  it("draws moments in the reader's zone, with ours as the fallback", () => {
    const moment = { text: "5 Jun 2026, 14:47 UTC", dateTime: "2026-06-05T14:47:14.806Z" };
    const drawn = textOf([moment], 3_000);
    expect(drawn.text).toBe("<!date^1780670834^{date_short_pretty} at {time}|5 Jun 2026, 14:47 UTC>");
    expect(seen(parseMrkdwn(drawn.text, { ...READER, timeZone: "Asia/Tokyo" }))).toMatch(/at 23:47$/);
    expect(textOf([{ text: "a|b>c", dateTime: "2026-06-05T14:47:14Z" }], 3_000).text).toMatch(
      /\|a\/b&gt;c>$/,
    );
    expect(textOf([{ text: "soon", dateTime: "not a date" }], 3_000).text).toBe("soon");
  });

  it("gives up links rather than its limit", () => {
    const inline = { text: "here", href: `https://acme.example/${"a".repeat(3_000)}` };
    expect(textOf([inline], 3_000)).toEqual({ type: "plain_text", text: "here", emoji: false });
  });
});

describe("quoteOf", () => {
  it("keeps every text literal and within its limit once escaped", () => {
    fc.assert(
      fc.property(hostileText.map(clean), fc.integer({ min: 10, max: 100 }), (text, max) => {
        const drawn = quoteOf(text, max);
        expect(codePoints(drawn.text)).toBeLessThanOrEqual(max);
        const shown = oneLine(seen(parse(drawn))).replace(/…$/, "");
        expect(oneLine(text).startsWith(shown.trimEnd())).toBe(true);
        for (const kind of kinds(parse(drawn))) expect(["text", "break", "quote"]).toContain(kind);
      }),
      { numRuns: 300 },
    );
  });

  it("marks every line", () => {
    expect(quoteOf("One & two\n\nthree", 3_000).text).toBe("> One &amp; two\n> \n> three");
  });
});

describe("linkTo", () => {
  it("survives whatever an address or a label holds", () => {
    const url = "https://acme.example/?a=1&b=<x>|y";
    const nodes = parseMrkdwn(linkTo(url, "Q&A <now>"), READER);
    expect(nodes).toEqual([
      { kind: "link", url: "https://acme.example/?a=1&b=%3Cx%3E%7Cy", text: "Q&A <now>" },
    ]);
  });
});

describe("escapeText", () => {
  it("escapes the three characters that Slack asks for, once each", () => {
    expect(escapeText("&lt; <!here> & >")).toBe("&amp;lt; &lt;!here&gt; &amp; &gt;");
  });
});
