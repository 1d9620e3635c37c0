import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_TYPES, SAMPLE_NAMES } from "@/lib/events/catalogue";
import teamsHost from "@/components/cards/teams/host-config-light.json";
import { describe as tell } from "@/lib/messages/describe";
import type { Message } from "@/lib/messages/message";
import { anyText, CONTEXT, eventOf, messageOf } from "@/lib/messages/testing";
import { clean, plain } from "@/lib/messages/text";
import { drawTeams } from "./card";
import type { AdaptiveCard, CardElement, TextRun } from "./card-schema";
import { literal } from "./escape";

// The package's ESM entry does not load in Node.
const renderer = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof import("adaptivecards");

const messageFor = (...args: Parameters<typeof eventOf>) => tell(eventOf(...args), CONTEXT);
const cardOf = (message: Message): AdaptiveCard => drawTeams(message).payload.attachments[0].content;

/** What Microsoft's own renderer, limited to version 1.4, has to complain about. */
function complaints(card: unknown): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_4);
  const parsed = new renderer.AdaptiveCard();
  parsed.hostConfig = new renderer.HostConfig(teamsHost);
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
}

const runsOf = (element: CardElement): TextRun[] => {
  if (element.type === "RichTextBlock") return element.inlines;
  return element.type === "Container" ? element.items.flatMap(runsOf) : [];
};
/** Everything that a reader sees or hears; addresses are not drawn. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "url" ? [] : textsIn(inner)));
};
const words = (card: AdaptiveCard) => card.body.flatMap(runsOf).map((run) => run.text);

describe("a Teams card", () => {
  it("is parsed by a renderer that can complain", () => {
    expect(complaints({ type: "AdaptiveCard", version: "1.4", body: [{ type: "Table" }] })).toHaveLength(1);
  });

  it.each(EVENT_TYPES)("of %s is parsed without a warning, for every sample", (type) => {
    for (const sample of SAMPLE_NAMES)
      for (const test of [false, true])
        expect(complaints(cardOf(messageFor(type, sample, { test })))).toEqual([]);
  });

  it("is parsed without a warning for any message", () => {
    fc.assert(
      fc.property(messageOf(anyText), (message) => {
        expect(complaints(cardOf(message))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("never holds a mention or a function of the renderer", () => {
    fc.assert(
      fc.property(messageOf(anyText), (message) => {
        for (const text of textsIn(cardOf(message))) expect(text).not.toMatch(/\{\{|<\/?at(\s[^>]*)?>/i);
      }),
      { numRuns: 60 },
    );
  });

  it("shows people's words in elements that parse nothing, unchanged", () => {
    const message = messageFor("task.comment.created", "hostile");
    const shown = words(cardOf(message));
    for (const inline of message.subtitle as { text: string }[])
      expect(shown).toContain(literal(clean(inline.text)));
    for (const line of (message.quote ?? "").split("\n").filter((text) => text.trim() !== ""))
      expect(shown).toContain(literal(clean(line)));
  });

  it("puts score and verdict beside the facts, and tells the tone by words as well as by colour", () => {
    const card = cardOf(messageFor("assignment.completed"));
    const [headline, columns] = card.body;
    expect(headline).toMatchObject({ type: "Container", style: "good", bleed: true });
    expect(columns).toMatchObject({
      type: "ColumnSet",
      columns: [
        { width: "stretch", items: [{ type: "FactSet" }] },
        { width: "auto", items: [{ text: "Score" }, { text: "87/100" }, { text: "Passed" }] },
      ],
    });
    expect(card.actions).toEqual([
      { type: "Action.OpenUrl", title: "View debrief", url: "https://app.aimee.example/debriefs/asg_7f3k2" },
    ]);
    expect(card.msteams).toEqual({ width: "Full" });
  });

  it("can be understood where it can't be drawn", () => {
    const message = messageFor("task.created");
    expect(cardOf(message)).toMatchObject({ fallbackText: message.summary, speak: message.summary });
  });

  it("says of a test that it is one, at the top", () => {
    expect(cardOf(messageFor("task.created", "typical", { test: true })).body[0]).toMatchObject({
      text: expect.stringContaining("Test notification"),
    });
    expect(JSON.stringify(cardOf(messageFor("task.created")))).not.toContain("Test notification");
  });

  it("shows at most twelve lines of a text, and says so", () => {
    const quote = Array.from({ length: 30 }, (_, index) => `Line ${index + 1}`).join("\n");
    const drawn = drawTeams({ ...messageFor("task.comment.created"), quote });
    const shown = words(drawn.payload.attachments[0].content).filter((text) => text.startsWith("Line"));
    expect(shown).toHaveLength(12);
    expect(drawn.warnings).toEqual([
      { code: "list_cut", message: "Only the first 12 lines of the text are shown, of 30." },
    ]);
  });

  it("keeps at most six buttons", () => {
    const actions = Array.from({ length: 9 }, (_, index) => ({
      key: `${index}`,
      label: `Button ${index}`,
      url: `https://acme.example/${index}`,
    }));
    expect(cardOf({ ...messageFor("task.created"), actions }).actions).toHaveLength(6);
  });

  it("is a few hundred bytes of structure: the typical ones stay below 3 KB", () => {
    for (const type of EVENT_TYPES)
      expect(JSON.stringify(cardOf(messageFor(type))).length).toBeLessThan(3_000);
  });

  it("writes dates in the workspace's zone", () => {
    const card = cardOf(tell(eventOf("meeting.created"), { ...CONTEXT, timeZone: "America/New_York" }));
    expect(words(card).at(-1)).toMatch(/^Acme · 5 Jun 2026, 10:47 (GMT-4|EDT)$/);
    expect(plain(tell(eventOf("meeting.created"), CONTEXT).facts[0]?.value ?? "")).toBe(
      "9 Jun 2026, 08:00 UTC",
    );
  });
});
