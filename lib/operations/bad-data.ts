import { postgresCode } from "@/db/client";

/** Postgres' classes 22 (data) and 23 (constraints): the same rows will fail again, others need not. */
export const isBadData = (error: unknown): boolean => /^2[23]/.test(postgresCode(error) ?? "");
