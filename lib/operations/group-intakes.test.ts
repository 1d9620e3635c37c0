import { expect, test } from "vitest";
import { groupIntakes, type OwnedIntake } from "./group-intakes";

const intake = (id: string, values: Partial<OwnedIntake> = {}): OwnedIntake => ({
  ...{ id, workspaceId: "ws", events: 1, bytes: 200 },
  ...values,
});
const many = (count: number, values: Partial<OwnedIntake> = {}) =>
  Array.from({ length: count }, (_, index) => intake(`i${index}`, values));
const sizes = (intakes: OwnedIntake[]) => groupIntakes(intakes).map(({ intakeIds }) => intakeIds.length);

test("a group holds one workspace's intakes, in their order", () => {
  const mixed = [intake("a"), intake("b", { workspaceId: "other" }), intake("c")];
  expect(groupIntakes(mixed)).toEqual([
    { workspaceId: "ws", intakeIds: ["a", "c"] },
    { workspaceId: "other", intakeIds: ["b"] },
  ]);
});

test("a group ends at a hundred intakes, at 500 events, and at 4 MiB of data", () => {
  expect(sizes(many(101))).toEqual([100, 1]);
  expect(sizes(many(6, { events: 100 }))).toEqual([5, 1]);
  expect(sizes(many(5, { bytes: 1024 * 1024 }))).toEqual([4, 1]);
});

test("an intake that is larger than any group travels all the same", () => {
  expect(sizes([intake("huge", { bytes: 2 ** 30 }), intake("small")])).toEqual([1, 1]);
});

test("one that may make a step fail takes nobody with it", () => {
  expect(groupIntakes([intake("a"), intake("b", { suspect: true }), intake("c")])).toEqual([
    { workspaceId: "ws", intakeIds: ["a", "c"] },
    { workspaceId: "ws", intakeIds: ["b"] },
  ]);
});
