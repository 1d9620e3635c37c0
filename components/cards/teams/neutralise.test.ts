import fc from "fast-check";
import { expect, it } from "vitest";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import { preview, sampleEvent } from "@/components/simulator/preview";
import { PLACEHOLDER_IMAGE, withoutRemoteResources } from "./neutralise";

it("leaves nothing in a card that a renderer would load, and links as they are", () => {
  const card = {
    type: "AdaptiveCard",
    backgroundImage: { url: "https://evil.example/bg.png" },
    body: [
      { type: "Image", url: "https://evil.example/a.png", altText: "A" },
      { type: "ImageSet", images: [{ url: "https://evil.example/b.png" }] },
      {
        type: "Media",
        poster: "https://evil.example/p.png",
        sources: [{ url: "https://evil.example/v.mp4" }],
      },
      { type: "Container", selectAction: { type: "Action.OpenUrl", url: "https://fine.example/" } },
    ],
    actions: [
      { type: "Action.OpenUrl", url: "https://fine.example/x", iconUrl: "https://evil.example/i.png" },
    ],
  };
  const safe = JSON.stringify(withoutRemoteResources(card));
  expect(safe).not.toContain("evil.example");
  expect(safe.split(PLACEHOLDER_IMAGE)).toHaveLength(3);
  expect(safe).toContain("https://fine.example/");
  expect(safe).toContain("https://fine.example/x");
});

it("changes nothing in the cards that the product makes, so that they are drawn as they are sent", () => {
  const context = { workspaceName: "Acme", locale: "en", timeZone: "UTC", linkStyle: "buttons" } as const;
  for (const type of EVENT_TYPES) {
    const event = sampleEvent(type, catalogue[type].samples.longest, "ws_1", "2026-06-05T14:47:14.806Z");
    const { payload } = preview("teams", event, context);
    expect(withoutRemoteResources(payload)).toEqual(payload);
  }
});

it("takes any JSON", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void withoutRemoteResources(value)));
});
