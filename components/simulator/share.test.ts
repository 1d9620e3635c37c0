import fc from "fast-check";
import { expect, it } from "vitest";
import { blockKitBuilderUrl, cardOf } from "./links";
import { fromFragment, toFragment } from "./share";

it("a shared text comes back as it was, whatever characters it holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const fragment = toFragment(text);
      expect(fromFragment(fragment)).toBe(text);
      expect(new URL(`https://x.test/${fragment}`).hash).toBe(fragment);
    }),
  );
});

it.each(["", "#", "#section", "#data=%%%", "#data=_w"])("another fragment is ignored: %s", (fragment) => {
  expect(fromFragment(fragment)).toBeNull();
});

it("Block Kit Builder gets the blocks, and nothing that it does not know", () => {
  const blocks = [{ type: "header", text: { type: "plain_text", text: "50 % & more # 💥" } }];
  const url = new URL(blockKitBuilderUrl({ text: "x", unfurl_links: false, blocks }));
  expect(url.origin + url.pathname).toBe("https://app.slack.com/block-kit-builder/");
  expect(JSON.parse(decodeURIComponent(url.hash.slice(1)))).toEqual({ blocks });
});

it("the Designer gets the card without its envelope", () => {
  const content = { type: "AdaptiveCard", version: "1.4" };
  expect(cardOf({ type: "message", attachments: [{ content }] })).toBe(content);
  expect(cardOf({ type: "message" })).toBeNull();
});
