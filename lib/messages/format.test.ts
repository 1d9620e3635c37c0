import { describe, expect, it } from "vitest";
import { formatFor } from "./format";

describe("formatFor", () => {
  it("writes moments in the workspace's zone and language", () => {
    const iso = "2026-06-05T14:47:14.806Z";
    expect(formatFor("en-GB", "UTC").moment(iso)).toBe("5 Jun 2026, 14:47 UTC");
    expect(formatFor("de-DE", "Europe/Berlin").moment(iso)).toBe("5. Juni 2026, 16:47 MESZ");
    expect(formatFor("en-US", "America/New_York").moment(iso)).toBe("Jun 5, 2026, 10:47 AM EDT");
  });

  it("keeps a day the same day in every zone", () => {
    for (const zone of ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
      expect(formatFor("en-GB", zone).day("2026-06-05")).toBe("5 Jun 2026");
  });

  it("writes numbers and sizes as the language does", () => {
    expect(formatFor("de-DE", "UTC").number(1234567.891)).toBe("1.234.567,89");
    expect(formatFor("en-GB", "UTC").size(0)).toBe("0 bytes");
    expect(formatFor("en-GB", "UTC").size(999)).toBe("999 bytes");
    expect(formatFor("en-GB", "UTC").size(4_823_449)).toBe("4.8 MB");
    expect(formatFor("de-DE", "UTC").size(5_497_558_138_880)).toBe("5,5 TB");
  });

  it.each([
    ["xx-invalid-locale-name", "Mars/Olympus", "en-GB", "UTC"],
    ["", "", "en-GB", "UTC"],
    ["fr-CA", "Nowhere", "fr-CA", "UTC"],
  ])("falls back from %s and %s instead of failing", (locale, zone, usedLocale, usedZone) => {
    const format = formatFor(locale, zone);
    expect([format.locale, format.timeZone]).toEqual([usedLocale, usedZone]);
  });
});
