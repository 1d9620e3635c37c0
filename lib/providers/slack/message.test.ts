import { describe, expect, it } from "vitest";
import { describe as tell } from "@/lib/messages/describe";
import type { Message } from "@/lib/messages/message";
import { CONTEXT, eventOf } from "@/lib/messages/testing";
import type { SlackBlock } from "./block-schema";
import { drawSlack } from "./message";
import { slack } from "./provider";

const messageFor = (...args: Parameters<typeof eventOf>) => tell(eventOf(...args), CONTEXT);
const blocksOf = (message: Message, style: "buttons" | "links" = "buttons") =>
  drawSlack(message, style).payload.blocks;
const types = (blocks: SlackBlock[]) => blocks.map((block) => block.type);

describe("a Slack message", () => {
  it("has a headline, a sentence, facts, a button and a context line", () => {
    const { payload } = drawSlack(messageFor("assignment.completed"), "buttons");
    expect(payload.text).toBe("Ana Lovelace completed Handling Price Objections. Score: 87/100, passed");
    expect(payload).toMatchObject({ unfurl_links: false, unfurl_media: false });
    expect(types(payload.blocks)).toEqual(["header", "section", "section", "actions", "context"]);
    expect(payload.blocks[2]).toMatchObject({
      fields: [
        { text: "*Score*\n*87/100* · Passed" },
        { text: "*Learner*\nAna Lovelace" },
        { text: "*Course*\nHandling Price Objections" },
      ],
    });
  });

  it("always has a text, escaped, for notifications and screen readers", () => {
    expect(drawSlack(messageFor("task.created", "hostile"), "buttons").payload.text).toMatch(
      /^&lt;!channel&gt;/,
    );
    const silent = { ...messageFor("task.created"), summary: "" };
    expect(drawSlack(silent, "buttons").payload.text).toBe("☑️ Task created");
  });

  it("uses links in the text instead of buttons where the channel wants that", () => {
    const blocks = blocksOf(messageFor("task.created"), "links");
    expect(types(blocks)).not.toContain("actions");
    expect(JSON.stringify(blocks)).toContain("*<https://app.aamu.example/tasks/tsk_207|Open task →>*");
  });

  it("says of a test that it is one, at the top", () => {
    expect(JSON.stringify(blocksOf(messageFor("task.created", "typical", { test: true }))[0])).toContain(
      "Test notification",
    );
    expect(JSON.stringify(blocksOf(messageFor("task.created")))).not.toContain("Test notification");
  });

  it("puts short facts side by side, ten in a section, and long ones below each other", () => {
    const fact = (index: number, short: boolean) => ({
      key: "k",
      label: `Label ${index}`,
      value: "v",
      short,
    });
    const facts = [
      ...Array.from({ length: 12 }, (_, index) => fact(index, true)),
      fact(12, false),
      fact(13, true),
    ];
    const sections = blocksOf({ ...messageFor("doc.created"), facts }).filter(
      (block) => block.type === "section" && JSON.stringify(block).includes("Label"),
    );
    const sizes = sections.map((block) =>
      block.type === "section" ? (block.fields?.length ?? "text") : null,
    );
    expect(sizes).toEqual([10, 2, "text", 1]);
  });

  it("gives way step by step when all texts together are too long", () => {
    const facts = Array.from({ length: 20 }, (_, index) => ({
      key: "k",
      label: `Label ${index}`,
      value: "&".repeat(400),
    }));
    const message = { ...messageFor("task.comment.created"), facts };
    const rendered = slack.render(eventOf("task.comment.created"), () => message, {
      ...CONTEXT,
      linkStyle: "buttons",
    });
    expect(slack.validate(rendered.payload)).toEqual([]);
    expect(rendered.warnings.map((warning) => warning.code)).toEqual(
      expect.arrayContaining(["context_dropped", "body_dropped", "facts_collapsed"]),
    );
  });
});
