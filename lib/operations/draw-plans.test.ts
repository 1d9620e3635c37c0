import { expect, test } from "vitest";
import type { PlannedDelivery } from "@/db/queries/pipeline-plan";
import { mustBeDivided, type DrawnIntake } from "./draw-plans";

const delivery: PlannedDelivery = {
  ...{ id: "whd_1", channelId: "ch_1", channelName: "CRM", provider: "webhook" },
  ...{ body: "{}", warnings: [], leased: false },
};

const drawn = (deliveries: number, values: Partial<DrawnIntake> = {}): DrawnIntake => ({
  intake: {
    id: "int_1",
    decisions: [],
    events: [
      {
        ...{ id: "evt_1", type: "task.created", projectId: null, test: false },
        deliveries: Array.from({ length: deliveries }, () => delivery),
      },
    ],
  },
  events: 100,
  errors: [],
  ...values,
});

test("an intake is stored whole with up to ten thousand deliveries", () => {
  expect(mustBeDivided(drawn(10_000))).toBe(false);
  expect(mustBeDivided(drawn(10_001))).toBe(true);
});

test("an intake of which an event can't be planned is divided", () => {
  expect(mustBeDivided(drawn(1, { errors: [new Error("broken")] }))).toBe(true);
});

test("a single event is never divided", () => {
  expect(mustBeDivided(drawn(10_001, { events: 1 }))).toBe(false);
  expect(mustBeDivided(drawn(1, { events: 1, errors: [new Error("broken")] }))).toBe(false);
});
