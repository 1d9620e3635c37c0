import { describe, expect, it } from "vitest";
import { isSafeLink, startTrim } from "./trim";

describe("a trim", () => {
  it("cuts structured text across its runs, keeps the look, and always shows the ellipsis", () => {
    const trim = startTrim();
    const inlines = [{ text: "abc", bold: true as const }, { text: "def" }, { text: "ghi" }];
    expect(trim.rich(inlines, 9, "It")).toEqual(inlines);
    expect(trim.warnings).toEqual([]);
    expect(trim.rich(inlines, 5, "It")).toEqual([inlines[0], { text: "d…" }]);
    expect(trim.rich(inlines, 6, "It")).toEqual([inlines[0], { text: "de…" }]);
    expect(trim.warnings).toEqual([
      { code: "text_cut", message: "It was cut to 5 characters." },
      { code: "text_cut", message: "It was cut to 6 characters." },
    ]);
  });

  it("says the same thing only once", () => {
    const trim = startTrim();
    trim.line("abcdef", 3, "It");
    trim.line("ghijkl", 3, "It");
    expect(trim.warnings).toHaveLength(1);
  });

  it("says how many facts are missing, in the card and in a warning", () => {
    const trim = startTrim();
    const facts = ["1", "2", "3", "4"].map((key) => ({ key, label: key, value: key }));
    expect(trim.facts(facts, 4)).toBe(facts);
    expect(trim.facts(facts, 3).map((fact) => fact.value)).toEqual(["1", "2", "and 2 more"]);
    expect(trim.warnings).toEqual([{ code: "facts_collapsed", message: "Only 2 of 4 facts are shown." }]);
  });

  it("drops buttons that lead nowhere safe, or too far", () => {
    const trim = startTrim();
    const action = (label: string, url: string) => ({ key: label, label, url });
    const kept = trim.actions(
      [
        action("A", "http://a.example/"),
        action("B", "https://b.example/"),
        action("C", `https://c.example/${"c".repeat(90)}`),
      ],
      5,
      100,
    );
    expect(kept.map((one) => one.label)).toEqual(["B"]);
    expect(trim.warnings.map((warning) => warning.message)).toEqual([
      "The button “A” was left out: its address does not begin with https://.",
      "The button “C” was left out: its address is longer than 100 characters.",
    ]);
  });
});

describe("isSafeLink", () => {
  it.each(["https://acme.example/", "https://acme.example:8443/a?b=c#d", "HTTPS://ACME.EXAMPLE"])(
    "accepts %s",
    (url) => {
      expect(isSafeLink(url)).toBe(true);
    },
  );

  it.each([
    "",
    "acme",
    "http://acme.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://u@acme.example",
    "//acme",
  ])("refuses %s", (url) => {
    expect(isSafeLink(url)).toBe(false);
  });
});
