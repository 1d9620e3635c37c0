import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patience } from "./patience";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("it ends after its time", () => {
  const giveUp = vi.fn();
  patience(1_000, giveUp);
  vi.advanceTimersByTime(999);
  expect(giveUp).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(giveUp).toHaveBeenCalledOnce();
});

test("it begins anew when the process was too busy for its timer", () => {
  const giveUp = vi.fn();
  const began = performance.now();
  const clock = vi.spyOn(performance, "now");
  patience(1_000, giveUp);
  clock.mockImplementation(() => began + 1_500);
  vi.advanceTimersByTime(1_000);
  expect(giveUp).not.toHaveBeenCalled();
  clock.mockImplementation(() => began + 2_500);
  vi.advanceTimersByTime(1_000);
  expect(giveUp).toHaveBeenCalledOnce();
});

test("cancelled, it does nothing", () => {
  const giveUp = vi.fn();
  patience(1_000, giveUp)();
  vi.advanceTimersByTime(5_000);
  expect(giveUp).not.toHaveBeenCalled();
});
