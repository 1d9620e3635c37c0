import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "./testing";
import { clean, codePoints, cut, humanise, oneLine, paragraphs } from "./text";

describe("clean", () => {
  it("removes what no card can show and keeps the rest", () => {
    expect(clean("a\u0000b\u0007\u001B[31mc\u202Ed\u2066e\uFEFF")).toBe("ab[31mcde");
    expect(clean("a\r\nb\rc\u0085d\u2028e\tf")).toBe("a\nb\nc\nd\ne f");
    expect(clean("half \uD83D, half \uDE00, whole 😀")).toBe("half \uFFFD, half \uFFFD, whole 😀");
    expect(clean("Zoë 👩‍👩‍👧‍👦 مرحبا <b> *x*")).toBe("Zoë 👩‍👩‍👧‍👦 مرحبا <b> *x*");
  });

  it("leaves clean text alone, however often it is called", () => {
    fc.assert(fc.property(anyText, (text) => clean(clean(text)) === clean(text)));
    fc.assert(fc.property(anyText, (text) => oneLine(oneLine(text)) === oneLine(text)));
    fc.assert(fc.property(anyText, (text) => paragraphs(paragraphs(text)) === paragraphs(text)));
  });

  it("never leaves a line break in one line, nor three in paragraphs", () => {
    fc.assert(fc.property(anyText, (text) => !/[\n\r\v\f\u0085\u2028\u2029]/.test(oneLine(text))));
    fc.assert(fc.property(anyText, (text) => !/\n\s*\n\s*\n/.test(paragraphs(text))));
  });
});

describe("cut", () => {
  it("counts code points and ends with an ellipsis only when something is missing", () => {
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("abcd", 3)).toBe("ab…");
    expect(cut("😀😀😀", 3)).toBe("😀😀😀");
    expect(cut("😀😀😀😀", 3)).toBe("😀😀…");
  });

  it("leaves no space, accent or joiner dangling before the ellipsis", () => {
    expect(cut("one two", 5)).toBe("one…");
    expect(cut("ab👩‍👩‍👧‍👦", 5)).toBe("ab👩…");
    expect(cut("cafe\u0301s are nice", 6)).toBe("cafe…");
  });

  it("keeps every text within its limit and whole characters whole", () => {
    fc.assert(
      fc.property(anyText.map(clean), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const shorter = cut(text, max);
        expect(codePoints(shorter)).toBeLessThanOrEqual(max);
        expect(clean(shorter)).toBe(shorter);
        expect(shorter === text || text.startsWith(shorter.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe("humanise", () => {
  it.each([
    ["dueDate", "Due date"],
    ["due_date", "Due date"],
    ["status", "Status"],
    ["Deal size", "Deal size"],
    ["How many?", "How many?"],
    ["MRR", "MRR"],
    ["", ""],
  ])("%s reads as %s", (name, words) => {
    expect(humanise(name)).toBe(words);
  });
});
