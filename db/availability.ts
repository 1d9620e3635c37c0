import { postgresCode } from "./client";

/**
 * Is the database away, rather than the statement wrong? Connection errors of the driver and of the network, and the
 * classes 08 (connection), 53 (resources) and 57P (shutting down, starting) of Postgres' error codes.
 */
export function isDatabaseAway(error: unknown): boolean {
  const code = postgresCode(error);
  return code !== undefined && (/^(08...|53...|57P0[1-3])$/.test(code) || AWAY.has(code));
}

const AWAY = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
]);

/** Whether the same statement may work a moment later: the database is away, or two writes met (class 40). */
export const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) || (postgresCode(error) ?? "").startsWith("40");
