import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ChannelSlots, MAX_IN_FLIGHT_PER_CHANNEL, type Slot } from "./channel-slots";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const FAR = Number.MAX_SAFE_INTEGER;

/** Asks for places; `got` fills as they are granted, `refused` counts those that gave up. */
function ask(slots: ChannelSlots, channelId: string, count: number, until = FAR) {
  const state = { got: [] as Slot[], refused: 0 };
  for (let index = 0; index < count; index++) {
    void slots.acquire(channelId, until).then((slot) => {
      if (slot) state.got.push(slot);
      else state.refused++;
    });
  }
  return state;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("a channel has ten places, and whoever waits gets the next one in order", async () => {
  const slots = new ChannelSlots();
  const asked = ask(slots, "a", 12);
  await settle();
  expect(asked.got).toHaveLength(MAX_IN_FLIGHT_PER_CHANNEL);
  asked.got[0]?.answered("succeeded");
  await settle();
  expect(asked.got).toHaveLength(11);
});

test("a full channel takes no place from another one", async () => {
  const slots = new ChannelSlots();
  ask(slots, "hanging", 50);
  const other = ask(slots, "other", 10);
  await settle();
  expect(other.got).toHaveLength(10);
});

test("giving a place back twice counts once", async () => {
  const slots = new ChannelSlots();
  const asked = ask(slots, "a", 12);
  await settle();
  asked.got[0]?.answered("succeeded");
  asked.got[0]?.release();
  asked.got[0]?.release();
  await settle();
  expect(asked.got).toHaveLength(11);
});

test("a queue that stands still for a second is left, one that moves is waited in", async () => {
  const slots = new ChannelSlots();
  const still = ask(slots, "still", 15);
  const moving = ask(slots, "moving", 15);
  for (let tick = 0; tick < 4; tick++) {
    await vi.advanceTimersByTimeAsync(400);
    moving.got[tick]?.answered("succeeded");
    await settle();
  }
  expect(still).toMatchObject({ refused: 5 });
  expect(moving).toMatchObject({ refused: 0 });
  expect(moving.got).toHaveLength(14);
});

test("nobody is granted a place after the moment until which it was wanted", async () => {
  const slots = new ChannelSlots();
  const holders = ask(slots, "a", 10);
  await settle();
  const late = ask(slots, "a", 1, performance.now() + 300);
  await vi.advanceTimersByTimeAsync(500);
  holders.got[0]?.answered("succeeded");
  await settle();
  expect(late).toEqual({ got: [], refused: 1 });
});

test("the places are shared among workers, one at least for each", async () => {
  const slots = new ChannelSlots();
  slots.share(3);
  const asked = ask(slots, "a", 12);
  slots.share(40);
  const alone = ask(slots, "b", 12);
  await settle();
  expect([asked.got.length, alone.got.length]).toEqual([3, 1]);
});

test("before the process ends nobody is granted a place any more, wherever they wait", async () => {
  const slots = new ChannelSlots();
  const queued = ask(slots, "a", 15);
  const placeless = Array.from({ length: 30 }, (_, channel) => ask(slots, `channel-${channel}`, 10));
  await settle();
  slots.close();
  const late = ask(slots, "b", 1);
  [queued, ...placeless].flatMap((state) => [...state.got]).forEach((slot) => slot.release());
  await settle();
  const granted = [queued, ...placeless].reduce((sum, state) => sum + state.got.length, 0);
  const refused = [queued, ...placeless].reduce((sum, state) => sum + state.refused, 0);
  expect([granted, refused, late.refused]).toEqual([256, 315 - 256, 1]);
});

test("first attempts are not admitted for half a minute after a failure, unless a success comes first", async () => {
  const slots = new ChannelSlots();
  const request = async (result?: "succeeded" | "failed") => {
    const slot = await slots.acquire("a", FAR);
    if (result) slot?.answered(result);
    slot?.release();
  };
  await request("failed");
  expect(slots.admits("a")).toBe(false);
  await request();
  expect(slots.admits("a")).toBe(false);
  await request("succeeded");
  expect(slots.admits("a")).toBe(true);
  await request("failed");
  await vi.advanceTimersByTimeAsync(30_001);
  expect(slots.admits("a")).toBe(true);
});

test("first attempts are admitted where the queue is fast, and not where it promises a long wait", async () => {
  const slots = new ChannelSlots();
  for (const [channelId, durationMs] of [
    ["fast", 5],
    ["slow", 1_500],
  ] as const) {
    const slot = await slots.acquire(channelId, FAR);
    await vi.advanceTimersByTimeAsync(durationMs);
    slot?.answered("succeeded");
    ask(slots, channelId, 60);
  }
  expect([slots.admits("fast"), slots.admits("slow"), slots.admits("unknown")]).toEqual([true, false, true]);
});

test("a process has 256 requests in its hands at a time, until their results are written", async () => {
  const slots = new ChannelSlots();
  const asked = Array.from({ length: 30 }, (_, channel) => ask(slots, `channel-${channel}`, 10));
  const got = () => asked.flatMap((state) => state.got);
  await settle();
  expect(got()).toHaveLength(256);
  got().forEach((slot) => slot.answered("succeeded"));
  await settle();
  expect(got()).toHaveLength(256);
  got().forEach((slot) => slot.release());
  await settle();
  expect(got()).toHaveLength(300);
});

test("requests that take long give their place in the process to others after a second", async () => {
  const slots = new ChannelSlots();
  for (let channel = 0; channel < 30; channel++) ask(slots, `hanging-${channel}`, 10);
  await settle();
  const other = ask(slots, "other", 1);
  await settle();
  expect(other.got).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(other.got).toHaveLength(1);
});
