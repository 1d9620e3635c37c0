import { describe, expect, it } from "vitest";
import { canonicalLocale, canonicalTimeZone, clockMoment, clockText, startOfDay } from "./formats";

describe("canonicalLocale", () => {
  it.each([
    ["en-GB", "en-GB"],
    ["DE-at", "de-AT"],
    ["en_GB", null],
    ["xx-invalid-tag-that-is-much-too-long-for-any", null],
    ["zz", null],
    ["", null],
  ])("%j → %j", (locale, canonical) => {
    expect(canonicalLocale(locale)).toBe(canonical);
  });
});

describe("canonicalTimeZone", () => {
  it.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["utc", "UTC"],
    ["Etc/GMT+5", "Etc/GMT+5"],
    ["+02:00", null],
    ["Mars/Olympus", null],
    ["", null],
  ])("%j → %j", (timeZone, canonical) => {
    expect(canonicalTimeZone(timeZone)).toBe(canonical);
  });
});

describe("startOfDay", () => {
  it.each([
    ["2026-06-05", "UTC", "2026-06-05T00:00:00Z"],
    ["2026-06-05", "Europe/Berlin", "2026-06-04T22:00:00Z"],
    ["2026-01-05", "America/New_York", "2026-01-05T05:00:00Z"],
    ["2026-01-05", "Asia/Kathmandu", "2026-01-04T18:15:00Z"],
    ["2026-01-05", "Pacific/Kiritimati", "2026-01-04T10:00:00Z"],
    // The days on which the clocks change, and the ones after.
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z"],
    ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00Z"],
    ["2026-11-01", "America/New_York", "2026-11-01T04:00:00Z"],
  ])("%s in %s is %s", (day, timeZone, moment) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString().replace(".000", "")).toBe(moment);
  });

  it.each(["2026-13-01", "2026-02-30x", "yesterday", ""])("%j is no day", (day) => {
    expect(startOfDay(day, "UTC")).toBeNaN();
  });
});

describe("clocks", () => {
  it.each([
    ["2026-06-05T14:30", "UTC", "2026-06-05T14:30:00Z"],
    ["2026-06-05T14:30:07", "Europe/Berlin", "2026-06-05T12:30:07Z"],
    ["2026-01-05T00:15", "Asia/Kathmandu", "2026-01-04T18:30:00Z"],
    ["2026-11-01T12:00", "America/New_York", "2026-11-01T17:00:00Z"],
  ])("%s in %s is %s, and back", (shown, timeZone, moment) => {
    const at = clockMoment(shown, timeZone);
    expect(new Date(at).toISOString().replace(".000", "")).toBe(moment);
    expect(clockText(at, timeZone)).toBe(shown.length === 16 ? `${shown}:00` : shown);
  });

  it.each(["2026-06-05", "2026-06-05T25:00", "14:30", ""])("%j is no moment", (shown) => {
    expect(clockMoment(shown, "UTC")).toBeNaN();
  });
});
