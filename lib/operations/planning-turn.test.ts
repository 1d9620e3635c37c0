import { expect, test } from "vitest";
import { createPlanningTurns } from "./planning-turn";

/** Turns over queues that the test sets; time passes only while `pause` is awaited, and `onPause` may change things. */
function turns(state: { queue: number; busy: boolean }, onPause: (paused: number) => void = () => {}) {
  let paused = 0;
  const planning = createPlanningTurns({
    queueOf: (channelId) => (channelId === "full" ? state.queue : 0),
    isBusy: () => state.busy,
    pause: async (ms) => onPause((paused += ms)),
  });
  return { planning, paused: () => paused };
}

test("nobody waits while queues are short", async () => {
  const { planning, paused } = turns({ queue: 199, busy: true });
  expect(await planning.take(["full"])).toMatchObject({ waited: false });
  expect(paused()).toBe(0);
});

test("a long queue alone makes nobody wait: its receiver is slow, and the process has time", async () => {
  const { planning } = turns({ queue: 5_000, busy: false });
  expect(await planning.take(["full"])).toMatchObject({ waited: false });
});

test("a full channel keeps the events of other channels waiting for nothing", async () => {
  const { planning } = turns({ queue: 5_000, busy: true });
  expect(await planning.take(["other"])).toMatchObject({ waited: false });
});

test("in a busy process a plan waits until the queue is short", async () => {
  const state = { queue: 1_000, busy: true };
  const { planning, paused } = turns(state, (ms) => {
    if (ms >= 500) state.queue = 100;
  });
  expect(await planning.take(["full"])).toMatchObject({ waited: true });
  expect(paused()).toBe(500);
});

test("those who waited plan one at a time", async () => {
  const state = { queue: 1_000, busy: true };
  const { planning } = turns(state, () => (state.queue = 100));
  const first = await planning.take(["full"]);
  state.queue = 1_000;
  const second = planning.take(["full"]);
  expect(await Promise.race([second, Promise.resolve("waiting")])).toBe("waiting");
  first?.end();
  expect(await second).toMatchObject({ waited: true });
});

test("whoever finds no turn within seconds leaves it to another call", async () => {
  const { planning, paused } = turns({ queue: 1_000, busy: true });
  expect(await planning.take(["full"])).toBeUndefined();
  expect(paused()).toBe(4_000);
});
