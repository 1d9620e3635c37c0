import type postgres from "postgres";
import type { Statements } from "../queries/pipeline-events";

/** Days over which the history is spread, as long as it is kept by default. */
export const DAYS = 30;
/** Days for which bodies are kept by default. */
export const BODY_DAYS = 7;
export const CHANNELS = 40;
export const PROJECTS = 8;

/** Shares of deliveries that failed for good, after six attempts each, and that were cancelled without any. */
export const FAILED = 0.05;
export const CANCELLED = 0.005;

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** A number from 0 up to 1 that looks like chance and is the same each time: for event `i`, and its delivery `k`. */
export const chanceOfEvent = (sql: Statements, seed: number): Fragment =>
  sql`((hashint8extended(i, ${seed}) & 1048575) / 1048576::float8)`;
export const chanceOfDelivery = (sql: Statements, seed: number): Fragment =>
  sql`((hashint8extended(i * 4 + k, ${seed}) & 1048575) / 1048576::float8)`;

/** The provider of channel number `c`. */
export const providerOf = (sql: Statements): Fragment =>
  sql`case when c % 20 = 7 then 'teams' when c % 4 = 1 then 'slack' else 'webhook' end`;

/** How many attempts a row of `filled` has. */
export const triesOf = (sql: Statements): Fragment =>
  sql`case status when 'failed' then 6 when 'cancelled' then 0 else case when repeated then 2 else 1 end end`;
