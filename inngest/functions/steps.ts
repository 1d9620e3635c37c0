/**
 * For faults of ours, such as a database that is away: some minutes by the engine's pauses. What takes longer is found by
 * the sweep. Receivers' failures are values and follow the delivery's own schedule.
 */
export const RETRIES = 5;

/** Steps that follow each other without a wait travel in one call of the engine. */
export const ONE_CALL = { bufferedSteps: 100 } as const;

/** Engine events of one send: a real Inngest server takes 512 KiB a request, and one of ours has some 250 bytes. */
const MAX_EVENTS_PER_SEND = 1_000;

/** The items in parts of a size that one send can carry. */
export function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += MAX_EVENTS_PER_SEND) {
    parts.push(items.slice(start, start + MAX_EVENTS_PER_SEND));
  }
  return parts;
}
