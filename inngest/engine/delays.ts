const MINUTE = 60_000;
// Inngest's own backoff for failed steps, so that both engines behave alike.
const BACKOFF_MS = [15_000, 30_000, 1, 2, 5, 10, 20, 40, 60, 120].map((n) => (n < 1000 ? n * MINUTE : n));
const JITTER_MS = 30_000;

/** Milliseconds until failed attempt `attempt` (from 0) is tried again: 15 s, 30 s, 1 m … 2 h, plus up to 30 s. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const base = BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)] ?? 0;
  return base + Math.floor(random() * JITTER_MS);
}

/** Milliseconds until a job is looked at again after a setback of the engine's own: 1 s, 2 s, 4 s … 10 min. */
export const setbackDelay = (setbacks: number): number => Math.min(1000 * 2 ** setbacks, 10 * MINUTE);
