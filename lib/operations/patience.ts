/** A timer that comes later than this share of its time says more of this process than of whoever is waited for. */
const LATE = 0.2;

/**
 * Calls `giveUp` after `ms` of waiting for somebody else. When the timer itself comes late, the process was too busy to hear
 * of an answer, and the wait begins anew. Answers how to cancel.
 */
export function patience(ms: number, giveUp: () => void): () => void {
  let due = performance.now() + ms;
  let timer = setTimeout(look, ms);
  function look(): void {
    if (performance.now() - due <= ms * LATE) return giveUp();
    due = performance.now() + ms;
    timer = setTimeout(look, ms);
  }
  return () => clearTimeout(timer);
}
