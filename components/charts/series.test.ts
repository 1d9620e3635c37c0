import type { Route } from "next";
import { expect, it } from "vitest";
import { stretchHref, stretchTitles } from "./series";

const HOUR = 3_600_000;
const noon = Date.parse("2026-06-05T12:00:00Z");
const stretches = { from: noon, length: HOUR };

it("leads to a stretch, beside what the address says already", () => {
  const from = "from=2026-06-05T13:00:00.000Z&to=2026-06-05T14:00:00.000Z";
  expect(stretchHref(stretches, 1, { base: "/log" as Route })).toBe(`/log?${from}`);
  expect(stretchHref(stretches, 1, { base: "/log?status=failed" as Route })).toBe(
    `/log?status=failed&${from}`,
  );
});

it("leads nowhere beyond the bounds of the whole", () => {
  const link = { base: "/log" as Route, since: noon + 60_000, until: noon + 2 * HOUR - 60_000 };
  expect(stretchHref(stretches, 0, link)).toBe(
    "/log?from=2026-06-05T12:01:00.000Z&to=2026-06-05T13:00:00.000Z",
  );
  expect(stretchHref(stretches, 1, link)).toBe(
    "/log?from=2026-06-05T13:00:00.000Z&to=2026-06-05T13:59:00.000Z",
  );
});

it("is called by its beginning and its end", () => {
  expect(stretchTitles(stretches, 2, "UTC")).toEqual(["5 Jun 2026, 12:00–13:00", "5 Jun 2026, 13:00–14:00"]);
});
