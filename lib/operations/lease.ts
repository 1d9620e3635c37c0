import { randomUUID } from "node:crypto";

/** How long one request may take in all; lib/http ends it then. */
const REQUEST_MS = 10_000;

/** How long the right to make an attempt lasts: a request, its record, and a database that comes back meanwhile. */
export const LEASE_MS = 2 * REQUEST_MS;

/** Whose leases are void once it is gone; undefined where nobody keeps a list of who lives. */
let holder: number | undefined;

/** From now on this process' leases end with this worker number, should it be taken for dead. */
export function holdLeasesAs(owner: number): void {
  holder = owner;
}

/** A token for new leases of this process. */
export const newLeaseToken = (): string =>
  holder === undefined ? randomUUID() : `${holder}/${randomUUID()}`;

/** A request that begins later than this after its lease could outlast it, with a second in hand for writing the result. */
export const START_WITHIN_MS = LEASE_MS - REQUEST_MS - 1_000;
