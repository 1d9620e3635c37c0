import { expect, it } from "vitest";
import { toAuditFilters } from "./audit-params";

const none = { actor: null, action: null, target: null, from: null, to: null };

it("asks for nothing when nothing is chosen", () => {
  expect(toAuditFilters(none, "UTC")).toEqual({});
});

it("includes both days, as the workspace's clocks have them", () => {
  const { since, until } = toAuditFilters({ ...none, from: "2026-03-28", to: "2026-03-29" }, "Europe/Berlin");
  expect(since?.toISOString()).toBe("2026-03-27T23:00:00.000Z");
  expect(until?.toISOString()).toBe("2026-03-29T22:00:00.000Z");
});

it("leaves out what can't be read", () => {
  const odd = { ...none, target: "  ", from: "yesterday", to: "2026-99-99" };
  expect(toAuditFilters(odd, "UTC")).toEqual({});
});

it("tells the product itself from people and keys", () => {
  expect(toAuditFilters({ ...none, actor: "system" }, "UTC")).toEqual({ system: true });
  expect(toAuditFilters({ ...none, actor: "usr_1" }, "UTC")).toEqual({ actorId: "usr_1" });
});
