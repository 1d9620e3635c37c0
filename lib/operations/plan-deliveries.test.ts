import { expect, test } from "vitest";
import type { RoutableChannel } from "@/db/queries/pipeline-channels";
import type { StoredEvent } from "@/db/queries/pipeline-events";
import { catalogue, type EventType } from "@/lib/events/catalogue";
import { planDeliveries } from "./plan-deliveries";

const event = (type: EventType, values: Partial<StoredEvent> = {}): StoredEvent => ({
  ...{
    id: "evt_1",
    type,
    data: JSON.stringify(catalogue[type].samples.typical),
    projectId: null,
    actorId: null,
  },
  ...{ createdAt: new Date("2026-06-05T14:47:14.806Z"), test: false, targetChannelId: null, ...values },
});

const channel = (id: string, values: Partial<RoutableChannel> = {}) => {
  const made: RoutableChannel = {
    ...{ id, name: id, provider: "webhook", urlSealed: null, urlMasked: "", inspectorToken: null },
    ...{ headersSealed: null, options: {}, enabled: true, deleted: false, secrets: [] },
    workspace: { id: "ws_1", slug: "acme", name: "Acme", locale: "en-GB", timeZone: "UTC" },
    ...{ eventTypes: [], projectIds: [], consecutiveFailures: 0, ...values },
  };
  return { channel: made, inline: true };
};

test("channels that are drawn alike share one body, and a channel's own settings change its card", () => {
  const plan = planDeliveries(event("assignment.created"), "ws_1", [
    channel("one", { provider: "slack" }),
    channel("two", { provider: "slack" }),
    channel("german", { provider: "slack", options: { locale: "de-DE", timeZone: "Europe/Berlin" } }),
  ]);
  const [one, two, german] = plan.deliveries.map(({ body }) => body);
  expect(one).toBe(two);
  expect(german).not.toBe(one);
});

test("a webhook's body is the event, without the fields that it does not have", () => {
  const plan = planDeliveries(event("task.created", { actorId: "usr_1" }), "ws_1", [channel("hook")]);
  expect(JSON.parse(plan.deliveries[0]?.body ?? "{}")).toEqual({
    ...{ id: "evt_1", type: "task.created", createdAt: "2026-06-05T14:47:14.806Z", teamId: "ws_1" },
    ...{ actorId: "usr_1", data: catalogue["task.created"].samples.typical },
  });
});

test("a first attempt is kept for the planner only where it may be made right away", () => {
  const plan = planDeliveries(event("task.created"), "ws_1", [
    channel("now"),
    { ...channel("later"), inline: false },
  ]);
  expect(plan.deliveries.map(({ leased }) => leased)).toEqual([true, false]);
});
