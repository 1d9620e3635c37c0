"use client";

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = wholeSecond();

/** The current time in milliseconds, by the second. One clock serves every place that shows the time. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current, initial);
}

// On the server the moment of rendering; while hydrating the moment the module was loaded.
const initial = (): number => (typeof window === "undefined" ? wholeSecond() : current);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  current = wholeSecond();
  for (const listener of listeners) listener();
}

function wholeSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
