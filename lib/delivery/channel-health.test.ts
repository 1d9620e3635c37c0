import { expect, test } from "vitest";
import { channelHealth } from "./channel-health";

const fresh = { enabled: true, disabledReason: null, consecutiveFailures: 0, lastDeliveryAt: null };
const at = new Date(0);

test.each([
  ["a channel that nothing has finished for is idle", fresh, "idle"],
  ["one that delivered is healthy", { ...fresh, lastDeliveryAt: at }, "healthy"],
  ["one failure makes it failing", { ...fresh, lastDeliveryAt: at, consecutiveFailures: 1 }, "failing"],
  ["off beats everything", { ...fresh, enabled: false, consecutiveFailures: 20 }, "disabled"],
] as const)("%s", (_, channel, status) => {
  expect(channelHealth(channel).status).toBe(status);
});

test("a reason is given exactly while the channel is off", () => {
  const off = { ...fresh, enabled: false };
  expect(channelHealth({ ...off, disabledReason: "gone" }).disabledReason).toBe("gone");
  expect(channelHealth(off).disabledReason).toBe("manual");
  expect(channelHealth({ ...fresh, disabledReason: "failures" }).disabledReason).toBeNull();
});
