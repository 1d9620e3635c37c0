import { CarillonError, type Carillon, type NewEvent } from "./carillon.mjs";

/** An event that waits. Its id becomes the idempotency key. */
export interface OutboxRow {
  id: string;
  event: NewEvent;
}

/** A table of yours. Rows are written in the transaction that changes your data. */
export interface Outbox {
  oldest(count: number): Promise<OutboxRow[]>;
  remove(ids: string[]): Promise<void>;
  /** Sets a row aside that can never be accepted, for a person to look at. */
  refuse(id: string, reason: string): Promise<void>;
}

/**
 * Sends what waits, oldest first, and returns how many rows it took care of. Call it after each commit and every few
 * seconds. Safe to repeat, and to run twice at once: the idempotency keys make it one event.
 */
export async function relay(outbox: Outbox, carillon: Carillon): Promise<number> {
  const rows = await outbox.oldest(100);
  if (rows.length === 0) return 0;
  try {
    await carillon.events.sendBatch(rows.map(keyed));
    await outbox.remove(rows.map(({ id }) => id));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // A batch is accepted whole or not at all: find the row that is wrong.
    for (const row of rows) await sendOne(outbox, row, carillon);
  }
  return rows.length;
}

async function sendOne(outbox: Outbox, row: OutboxRow, carillon: Carillon): Promise<void> {
  try {
    await carillon.events.send(keyed(row));
    await outbox.remove([row.id]);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await outbox.refuse(row.id, error.message);
  }
}

const keyed = ({ id, event }: OutboxRow): NewEvent => ({ ...event, idempotencyKey: id });

/** The event itself is at fault. Everything else passes: the row stays and is sent later. */
const isRefusal = (error: unknown): error is CarillonError =>
  error instanceof CarillonError && [409, 413, 422].includes(error.status);
