// On globalThis: Next bundles routes separately, and whoever waits must see the work of all of them.
const shared = globalThis as typeof globalThis & { carillonBackground?: Set<Promise<unknown>> };
const running = (shared.carillonBackground ??= new Set());

/** Lets work go on after its caller has answered. It must handle its own errors. */
export function inBackground(work: Promise<unknown>): void {
  running.add(work);
  void work.finally(() => running.delete(work));
}

/** Resolves when no background work is left: what a process waits for before it ends. */
export async function backgroundSettled(): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}
