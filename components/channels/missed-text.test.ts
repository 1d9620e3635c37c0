import { expect, test } from "vitest";
import { missedText } from "./missed-text";

test.each([
  [
    { events: 42, deliveries: 20 },
    "42 events matched while the channel was off, and 20 deliveries failed or were cancelled.",
  ],
  [{ events: 1, deliveries: 0 }, "1 event matched while the channel was off."],
  [{ events: 0, deliveries: 1 }, "1 delivery failed or was cancelled."],
  [
    { events: 10_001, deliveries: 3 },
    "More than 10,000 events matched while the channel was off, and 3 deliveries failed or were cancelled.",
  ],
])("%o", (missed, text) => {
  expect(missedText({ ...missed, atMost: 10_000 })).toBe(text);
});
