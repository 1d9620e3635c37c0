import { expect, test } from "vitest";
import type { EventType } from "@/lib/events/types";
import { routeEvent, type RoutedChannel, type RoutedEvent } from "./route-event";

const event = (type: EventType, values: Partial<RoutedEvent> = {}): RoutedEvent => ({
  ...{ type, projectId: null, targetChannelId: null },
  ...values,
});
const channel = (id: string, values: Partial<RoutedChannel> = {}): RoutedChannel => ({
  ...{ id, name: id, enabled: true, eventTypes: [], projectIds: [] },
  ...values,
});

test("a type that channels must ask for is never part of all types", () => {
  const channels = [channel("all"), channel("asking", { eventTypes: ["channel.disabled"] })];
  const { decisions, matched } = routeEvent(event("channel.disabled"), channels);
  expect(matched.map(({ id }) => id)).toEqual(["asking"]);
  expect(decisions.map(({ reason }) => reason)).toEqual(["event_type_not_selected", null]);
});

test("a test concerns its one channel, whatever that channel's filters say", () => {
  const channels = [channel("a"), channel("b", { eventTypes: ["form.created"], enabled: false })];
  const { decisions, matched } = routeEvent(event("task.created", { targetChannelId: "b" }), channels);
  expect(decisions).toEqual([{ channelId: "b", channelName: "b", reason: null }]);
  expect(matched).toEqual([channels[1]]);
});
