import { expect, test } from "vitest";
import { isNarrowed, loadLogParams, NO_FILTERS, serializeLogParams, toDeliveryFilters } from "./log-params";
import { logWindow } from "./log-window";

const ADDRESS =
  "?status=failed,retrying&channel=chn_1&provider=slack&type=task.created&project=prj_1&test=false&q=%20harbour%20&from=2026-06-05T09:00:00.000Z&to=2026-06-05T10:00:00.000Z";
const now = new Date("2026-06-05T14:00:00Z");

test("an address becomes the filters of the list", async () => {
  const params = await loadLogParams(new URLSearchParams(ADDRESS));
  expect(toDeliveryFilters(params, logWindow(params, { now, keptDays: 30 }))).toEqual({
    status: ["failed", "retrying"],
    channelId: "chn_1",
    provider: "slack",
    eventType: "task.created",
    projectId: "prj_1",
    test: false,
    search: "harbour",
    since: new Date("2026-06-05T09:00:00Z"),
    until: new Date("2026-06-05T10:00:00Z"),
  });
  expect(isNarrowed(params)).toBe(true);
});

test("what an address can't mean is left out of it", async () => {
  const params = await loadLogParams(
    new URLSearchParams("?status=gone&provider=fax&from=yesterday&range=2y"),
  );
  expect(isNarrowed(params)).toBe(false);
});

test("a page alone narrows nothing, and nothing is left of an address without filters", async () => {
  const params = await loadLogParams(new URLSearchParams("?cursor=abc"));
  expect(isNarrowed(params)).toBe(false);
  expect(serializeLogParams("/log", NO_FILTERS)).toBe("/log");
});
