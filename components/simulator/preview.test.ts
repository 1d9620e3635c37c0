import { describe, expect, it } from "vitest";
import { cardOf } from "./links";
import { catalogue, EVENT_TYPES, SAMPLE_NAMES } from "@/lib/events/catalogue";
import { rendererFor } from "@/lib/operations/render-body";
import { PROVIDER_IDS, type RenderContext } from "@/lib/providers/provider";
import { preview, sampleEvent } from "./preview";

const context: RenderContext = {
  workspaceName: "Acme",
  locale: "de-DE",
  timeZone: "Europe/Berlin",
  linkStyle: "links",
};
const at = "2026-06-05T14:47:14.806Z";

const all = PROVIDER_IDS.flatMap((provider) =>
  EVENT_TYPES.flatMap((type) =>
    SAMPLE_NAMES.map((sample) => ({
      provider,
      event: sampleEvent(type, catalogue[type].samples[sample], "ws_1", at),
    })),
  ),
);

describe("what the simulator draws", () => {
  it("is byte for byte what the sender sends, for every event type, sample and provider", () => {
    for (const { provider, event } of all) {
      const shown = preview(provider, event, context);
      const sent = rendererFor(event).render({
        provider,
        options: { linkStyle: "links" },
        workspace: { id: "ws_1", slug: "acme", name: "Acme", locale: "de-DE", timeZone: "Europe/Berlin" },
      });
      expect(shown.body).toBe(sent.body);
      expect(JSON.stringify(shown.payload)).toBe(sent.body);
      expect(shown.warnings).toEqual(sent.warnings);
    }
  });

  it("stays within every limit that its meters show", () => {
    for (const { provider, event } of all) {
      for (const { label, value, max } of preview(provider, event, context).limits) {
        expect(value, `${provider} ${event.type} ${label}`).toBeLessThanOrEqual(max);
      }
    }
  });

  it("names sizes in the unit of the limit", () => {
    const [first] = all;
    if (first === undefined) throw new Error("There are event types.");
    const texts = PROVIDER_IDS.map((provider) => preview(provider, first.event, context).limits[0]?.text);
    expect(texts).toEqual([
      expect.stringMatching(/^[\d.]+ of 27 KB$/),
      expect.stringMatching(/^[\d.]+ of 65\.5 KB$/),
      expect.stringMatching(/^[\d.]+ KB of 2\.1 MB$/),
    ]);
  });

  it("finds the card that can be copied", () => {
    const [first] = all;
    if (first === undefined) throw new Error("There are event types.");
    expect(cardOf(preview("teams", first.event, context).payload)).toMatchObject({ type: "AdaptiveCard" });
  });
});
