import { expect, it } from "vitest";
import { localeChoices, timeZoneChoices } from "./choices";
import { canonicalLocale, canonicalTimeZone } from "./formats";

it("offers only what can be saved, each once, and what is set already", () => {
  const locales = localeChoices("cy-GB").map(({ value }) => value);
  const zones = timeZoneChoices("Etc/GMT+5").map(({ value }) => value);
  expect(locales).toContain("cy-GB");
  expect(zones).toContain("Etc/GMT+5");
  expect(locales.filter((value) => canonicalLocale(value) !== value)).toEqual([]);
  expect(zones.filter((value) => canonicalTimeZone(value) === null)).toEqual([]);
  expect([new Set(locales).size, new Set(zones).size]).toEqual([locales.length, zones.length]);
});

it("names languages with their region and zones with their distance from UTC at that time of the year", () => {
  expect(localeChoices("en-GB")).toContainEqual({ value: "de-AT", label: "German (Austria)" });
  const summer = timeZoneChoices("UTC", new Date("2026-07-01T00:00:00Z"));
  const winter = timeZoneChoices("UTC", new Date("2026-01-01T00:00:00Z"));
  expect(summer[0]).toEqual({ value: "UTC", label: "UTC" });
  expect(summer).toContainEqual({ value: "Europe/Berlin", label: "Europe/Berlin (UTC+02:00)" });
  expect(winter).toContainEqual({ value: "America/New_York", label: "America/New York (UTC-05:00)" });
});
