import { rawSql } from "@/db/client";
import { foldTallies as fold } from "@/db/queries/tally-fold";

/** Folds what happened since the last time into the hourly counts. Safe to repeat and to interrupt. */
export const foldTallies = async (): Promise<{ changes: number }> => ({ changes: await fold(rawSql()) });
