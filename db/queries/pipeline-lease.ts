import type { Statements } from "./pipeline-events";

/**
 * Whether nobody holds the right to a delivery's next attempt, from the columns of `deliveries`: there is no lease, it has
 * run out, or the worker that its token names before a `/` is gone. An owner number is never given again, so that a lease
 * of a worker without a row is nobody's for good.
 */
export const isUnheld = (sql: Statements) => sql`
  (lease_until is null or lease_until <= now() or case when lease_token ~ '^[0-9]{1,9}/' then not exists (
    select from engine.workers w where w.owner = split_part(lease_token, '/', 1)::int) end)`;
