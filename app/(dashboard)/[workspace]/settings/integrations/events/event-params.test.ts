import { expect, it } from "vitest";
import { isNarrowed, loadEventParams, serializeEventParams, toEventFilters } from "./event-params";

const OPEN = { since: undefined, until: undefined, chart: null, beyondRetention: false };

it("reads every filter from the address, and nothing from an empty one", () => {
  const params = loadEventParams("?type=task.created&project=prj_1&match=unmatched&test=false&q=%20Ana%20");
  expect(toEventFilters(params, OPEN)).toEqual({
    ...{ type: "task.created", projectId: "prj_1", match: "unmatched", test: false, search: "Ana" },
    ...{ since: undefined, until: undefined },
  });
  expect(isNarrowed(params)).toBe(true);
  expect(isNarrowed(loadEventParams(""))).toBe(false);
});

it("takes what can't be read as no filter", () => {
  const params = loadEventParams("?match=everything&range=2h&from=yesterday&show=all");
  expect(isNarrowed(params)).toBe(false);
  expect(params.show).toBeNull();
});

it("does not count the page and the list as filters", () => {
  expect(isNarrowed(loadEventParams("?show=rejected&cursor=abc"))).toBe(false);
});

it("writes an address that says the same", () => {
  const params = loadEventParams("?range=7d&match=pending&q=ana");
  expect(loadEventParams(serializeEventParams("/events", params).replace("/events", ""))).toEqual(params);
});
