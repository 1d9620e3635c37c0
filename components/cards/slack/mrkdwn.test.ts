import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mrkdwn, SlackReader } from "./ast";
import { parseMrkdwn, parsePlainText } from "./mrkdwn";

const reader: SlackReader = { locale: "en-GB", timeZone: "UTC", now: new Date("2026-11-22T12:00:00Z") };

/** A compact spelling of the tree, so that a table row reads as what one would see. */
const show = (nodes: Mrkdwn[]): string =>
  nodes
    .map((node) => {
      switch (node.kind) {
        case "text":
          return node.text;
        case "break":
          return "⏎";
        case "code":
        case "pre":
          return `[${node.kind}:${node.text}]`;
        case "link":
          return `[link:${node.text}→${node.url}]`;
        case "mention":
          return `[${node.loud ? "LOUD" : "mention"}:${node.text}]`;
        case "emoji":
          return `[emoji:${node.char}]`;
        default:
          return `[${node.kind}:${show(node.children)}]`;
      }
    })
    .join("");

const mrkdwn = (source: string) => show(parseMrkdwn(source, reader));

describe("what other renderers get wrong", () => {
  it.each([
    ["an escaped mention stays text", "&lt;!channel&gt;", "<!channel>"],
    ["an escaped link stays text", "&lt;https://evil|x&gt;", "<[link:https://evil→https://evil]|x>"],
    [
      "a markdown link stays text, its URL is linked",
      "[click](https://x)",
      "[click]([link:https://x→https://x])",
    ],
    ["a heading stays text", "# x", "# x"],
    ["a pipe table stays text", "| a | b |\n|---|---|", "| a | b |⏎|---|---|"],
    [
      "a markdown image stays text",
      "![img](https://x/y.png)",
      "![img]([link:https://x/y.png→https://x/y.png])",
    ],
    ["stars between spaces stay stars", "5 * 3 * 2", "5 * 3 * 2"],
    ["an unknown emoji keeps its colons", ":not_an_emoji:", ":not_an_emoji:"],
    ["markers nest around entities", "*Bob &lt;b&gt; _x_*", "[bold:Bob <b> [italic:x]]"],
  ])("%s", (_, source, expected) => expect(mrkdwn(source)).toBe(expected));

  it("plain_text knows no markers and no links", () => {
    expect(show(parsePlainText("*x* [a](b) <https://x|y>", true))).toBe("*x* [a](b) <https://x|y>");
  });
});

describe("markers", () => {
  it.each([
    ["*bold* _italic_ ~strike~ `code`", "[bold:bold] [italic:italic] [strike:strike] [code:code]"],
    ["*Ana* finished *Price Objections*", "[bold:Ana] finished [bold:Price Objections]"],
    ["(*x*), “_y_”", "([bold:x]), “[italic:y]”"],
    ["snake_case_name and 2*3*4", "snake_case_name and 2*3*4"],
    ["*not closed", "*not closed"],
    ["* x*", "* x*"],
    ["*x *", "*x *"],
    ["*a\nb*", "*a⏎b*"],
    ["**x**", "**x**"],
    ["`*x* &lt;b&gt;`", "[code:*x* <b>]"],
    ["`<https://x|y>`", "[code:y]"],
    ["*<https://x|View →>*", "[bold:[link:View →→https://x]]"],
    ["_é_ñ_", "[italic:é_ñ]"],
  ])("%s", (source, expected) => expect(mrkdwn(source)).toBe(expected));
});

describe("control sequences", () => {
  it.each([
    ["<https://x.test/a?b=1&amp;c=2|A &amp; B>", "[link:A & B→https://x.test/a?b=1&c=2]"],
    ["<https://x.test>", "[link:https://x.test→https://x.test]"],
    ["<mailto:a@b.test|write>", "[link:write→mailto:a@b.test]"],
    ["<mailto:a@b.test>", "[link:a@b.test→mailto:a@b.test]"],
    ["<javascript:alert(1)|x>", "<javascript:alert(1)|x>"],
    ["<@U123> <@U123|ana>", "[mention:@U123] [mention:@ana]"],
    ["<#C1|general>", "[mention:#general]"],
    ["<!here> <!channel> <!everyone>", "[LOUD:@here] [LOUD:@channel] [LOUD:@everyone]"],
    ["<!subteam^S1|@sales>", "[mention:@sales]"],
    ["<!other|label>", "label"],
    ["a < b and c > d", "a < b and c > d"],
    ["<>", "<>"],
  ])("%s", (source, expected) => expect(mrkdwn(source)).toBe(expected));
});

describe("dates", () => {
  const stamp = Date.parse("2026-11-25T14:05:00Z") / 1000;
  it.each([
    [`<!date^${stamp}^{date_short} {time}|x>`, "25 Nov 2026 14:05"],
    [`<!date^${stamp}^Due {date_num}|x>`, "Due 2026-11-25"],
    [`<!date^${stamp - 3 * 86_400}^{date_short_pretty}|x>`, "today"],
    [`<!date^${stamp - 4 * 86_400}^{date_pretty}|x>`, "yesterday"],
    [`<!date^${stamp}^{date_pretty}|x>`, "25 November 2026"],
    [`<!date^${stamp}^{date}^https://x.test|x>`, "[link:25 November 2026→https://x.test]"],
    ["<!date^nonsense^{date}|fallback *text*>", "fallback *text*"],
    [`<!date^${stamp}^{unknown}|fallback>`, "fallback"],
  ])("%s", (source, expected) => expect(mrkdwn(source)).toBe(expected));

  it("are drawn in the reader's zone", () => {
    const tokyo = { ...reader, timeZone: "Asia/Tokyo" };
    expect(show(parseMrkdwn(`<!date^${stamp}^{date_num} {time}|x>`, tokyo))).toBe("2026-11-25 23:05");
  });
});

describe("blocks of lines", () => {
  it.each([
    ["a\nb", "a⏎b"],
    ["> quoted\nnot", "[quote:quoted]not"],
    ["&gt; as Slack stores it", "[quote:as Slack stores it]"],
    ["a\n> one\n> two", "a[quote:one⏎two]"],
    [">>> all\nthe rest", "[quote:all⏎the rest]"],
    ["x ```*a*\nb``` y", "x [pre:*a*⏎b] y".replace("⏎", "\n")],
    ["``` never closed", "``` never closed"],
    ["&amp;lt;", "&lt;"],
  ])("%s", (source, expected) => expect(mrkdwn(source)).toBe(expected));
});

describe("bare URLs and emoji", () => {
  it.each([
    ["see https://x.test/a.", "see [link:https://x.test/a→https://x.test/a]."],
    ["(https://x.test/a_(b))", "([link:https://x.test/a_(b)→https://x.test/a_(b)])"],
    [":tada: 10:30:45 :+1:", "[emoji:🎉] 10:30:45 [emoji:👍]"],
  ])("%s", (source, expected) => expect(mrkdwn(source)).toBe(expected));
});

it("a verbatim text gets no links and mentions of Slack's own finding", () => {
  const source = "@here see https://x.test, *Ana* :tada: <https://x.test|x>";
  const verbatim = show(parseMrkdwn(source, reader, { verbatim: true }));
  expect(verbatim).toBe("@here see https://x.test, [bold:Ana] [emoji:🎉] [link:x→https://x.test]");
  expect(mrkdwn(source)).toMatch(/^\[LOUD:@here\] see \[link:/);
  expect(mrkdwn("mail me@here.test")).toBe("mail me@here.test");
});

it("user text escaped as Slack asks never becomes a link, a mention or a date", () => {
  const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const hostile = fc.oneof(
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
    fc.string({ unit: fc.constantFrom(..."<>!@#|^&;/:ahlt*_~`\n "), maxLength: 40 }),
    fc.constantFrom("<!channel>", "<@U1>", "<https://evil|x>", "&lt;!here&gt;"),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const flat = JSON.stringify(parseMrkdwn(escape(text), reader, { verbatim: true }));
      expect(flat).not.toContain('"kind":"mention"');
      expect(flat).not.toContain('"kind":"link"');
    }),
  );
});
