import { persistently } from "@/lib/operations/persistently";

/**
 * For faults of ours, such as a database that is away: some minutes by the engine's pauses. What takes longer is found by
 * the sweep. Receivers' failures are values and follow the delivery's own schedule.
 */
export const RETRIES = 5;

/** For how long a step waits by itself for a database that is away: a retry by the engine costs half a minute. */
const OUTLAST_MS = 15_000;

/** The work of a step, repeated while the database is away for a moment. It must bear repeating. */
export const outlasting = <T>(work: () => Promise<T>): Promise<T> => persistently(work, OUTLAST_MS);

/** Steps that follow each other without a wait travel in one call of the engine. */
export const ONE_CALL = { bufferedSteps: 100 } as const;

/** Engine events of one send: a real Inngest server takes 512 KiB a request, and one of ours has some 250 bytes. */
export const MAX_EVENTS_PER_SEND = 1_000;
