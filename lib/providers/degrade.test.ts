import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/messages/message";
import { drawFitting } from "./degrade";

const message: Message = {
  v: 1,
  eventType: "task.created",
  eventId: "evt_1",
  occurredAt: "2026-06-05T14:47:14.806Z",
  locale: "en-GB",
  timeZone: "UTC",
  tone: "info",
  icon: "☑️",
  title: "Task created",
  subtitle: [{ text: "Ana", bold: true }, { text: ` created ${"x".repeat(300)}` }],
  summary: "Ana created Call back",
  figure: { label: "Score", value: "1", caption: "Passed" },
  quote: "Words",
  body: ["More words"],
  facts: Array.from({ length: 8 }, (_, index) => ({ key: `${index}`, label: `${index}`, value: "v" })),
  actions: [
    { key: "a", label: "A", url: "https://a.example/" },
    { key: "b", label: "B", url: "https://b.example/" },
  ],
  context: ["Acme"],
  test: true,
  warnings: [{ code: "link_dropped", message: "Before." }],
};

/** Draws the message itself; it "fits" from the given step on. */
const fitAfter = (steps: number) => {
  let drawn = 0;
  return drawFitting(
    message,
    (reduced) => ({ payload: reduced, warnings: [{ code: `draw_${drawn++}`, message: "Cut." }] }),
    () => drawn > steps,
  );
};
const codes = (steps: number) => fitAfter(steps).warnings.map((warning) => warning.code);

describe("drawFitting", () => {
  it("changes nothing when everything fits", () => {
    expect(fitAfter(0).payload).toBe(message);
    expect(codes(0)).toEqual(["link_dropped", "draw_0"]);
  });

  it("gives up context, then text, then facts, then all but the headline, and says so each time", () => {
    const [context, text, facts, least] = [1, 2, 3, 4].map((steps) => fitAfter(steps).payload);
    expect(context).toEqual({ ...message, context: [] });
    expect(text?.quote ?? text?.body).toBeUndefined();
    expect(text?.facts).toHaveLength(8);
    expect(facts?.facts.map((fact) => fact.value)).toEqual(["v", "v", "v", "v", "and 4 more"]);
    expect(least).toMatchObject({ title: message.title, summary: message.summary, test: true, facts: [] });
    expect(least?.actions).toHaveLength(1);
    expect(least?.subtitle).toHaveLength(200);
    expect(least?.figure).toBeUndefined();
    expect(codes(4)).toEqual([
      "link_dropped",
      "context_dropped",
      "body_dropped",
      "facts_collapsed",
      "minimal",
      "draw_4",
    ]);
  });
});
