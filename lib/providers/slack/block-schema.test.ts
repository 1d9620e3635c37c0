import { describe, expect, it } from "vitest";
import { slackPayloadSchema } from "./block-schema";

const plain = (text: string) => ({ type: "plain_text", text, emoji: true });
const marked = (text: string) => ({ type: "mrkdwn", text });
const header = (text: string) => ({ type: "header", text: plain(text) });
const button = (more: object) => ({
  type: "button",
  action_id: "open_0",
  text: plain("Open"),
  url: "https://acme.example/",
  ...more,
});
const payload = (blocks: unknown[], more: object = {}) => ({
  text: "Sentence",
  unfurl_links: false,
  unfurl_media: false,
  blocks,
  ...more,
});
const accepts = (value: unknown) => slackPayloadSchema.safeParse(value).success;
const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

describe("the schema of a Slack payload", () => {
  it("accepts every limit to the last character, counted in code points", () => {
    expect(accepts(payload([header("😀".repeat(150))]))).toBe(true);
    expect(accepts(payload([{ type: "section", text: marked("x".repeat(3_000)) }]))).toBe(true);
    expect(accepts(payload([{ type: "section", fields: many(5, marked("x".repeat(2_000))) }]))).toBe(true);
    expect(accepts(payload([{ type: "actions", elements: [button({ text: plain("x".repeat(75)) })] }]))).toBe(
      true,
    );
    expect(accepts(payload([{ type: "context", elements: many(10, marked("x")) }]))).toBe(true);
    expect(accepts(payload(many(50, header("x"))))).toBe(true);
  });

  it.each<[string, unknown]>([
    ["no text", payload([header("x")], { text: undefined })],
    ["an empty text", payload([header("x")], { text: "" })],
    ["no blocks", payload([])],
    ["51 blocks", payload(many(51, header("x")))],
    ["a header of 151", payload([header("x".repeat(151))])],
    ["a header in mrkdwn", payload([{ type: "header", text: marked("x") }])],
    ["a section text of 3,001", payload([{ type: "section", text: marked("x".repeat(3_001)) }])],
    ["an empty section", payload([{ type: "section" }])],
    ["blank words", payload([{ type: "section", text: marked("  ") }])],
    ["11 fields", payload([{ type: "section", fields: many(11, marked("x")) }])],
    ["a field of 2,001", payload([{ type: "section", fields: [marked("x".repeat(2_001))] }])],
    [
      "a button text of 76",
      payload([{ type: "actions", elements: [button({ text: plain("x".repeat(76)) })] }]),
    ],
    [
      "a script behind a button",
      payload([{ type: "actions", elements: [button({ url: "javascript:alert(1)" })] }]),
    ],
    [
      "an address of 3,001",
      payload([{ type: "actions", elements: [button({ url: `https://a.example/${"a".repeat(3_000)}` })] }]),
    ],
    ["the same action twice", payload([{ type: "actions", elements: [button({}), button({})] }])],
    ["11 notes", payload([{ type: "context", elements: many(11, marked("x")) }])],
    ["an unknown block", payload([{ type: "video" }])],
    ["an unknown property", payload([{ ...header("x"), color: "red" }])],
    [
      "more than 12,000 characters in all",
      payload(many(5, { type: "section", text: marked("x".repeat(2_900)) })),
    ],
    ["unfurled links", payload([header("x")], { unfurl_links: true })],
  ])("refuses %s", (_name, value) => {
    expect(accepts(value)).toBe(false);
  });
});
