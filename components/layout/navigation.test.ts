import { expect, it } from "vitest";
import { currentItem, navigation } from "./navigation";

const labels = (manager: boolean) =>
  navigation("acme", { manager }).flatMap((group) => group.items.map((item) => item.label));

it("leads a member to nothing that answers 403", () => {
  expect(labels(false)).toEqual(["Overview"]);
  expect(labels(true)).toContain("Deliveries");
});

it("marks the list while one of its entries is open", () => {
  const groups = navigation("acme", { manager: true });
  expect(currentItem(groups, "/acme")?.label).toBe("Overview");
  expect(currentItem(groups, "/acme/settings/integrations/deliveries/whd_1")?.label).toBe("Deliveries");
  expect(currentItem(groups, "/other")).toBeUndefined();
});
