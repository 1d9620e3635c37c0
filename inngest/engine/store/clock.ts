import type { Sql } from "@/db/client";

/** The database's clock, in milliseconds. */
export async function databaseTime(sql: Sql): Promise<number> {
  const [row] = await sql<[{ ms: number }]>`select extract(epoch from now())::float8 * 1000 as ms`;
  return row.ms;
}

/**
 * Brings back jobs from the future: made while the clock was ahead, they are due as much too late now that it is right
 * again. Answers how many. Safe to repeat: what was brought back is from now.
 */
export async function bringBackJobs(sql: Sql): Promise<number> {
  const back = await sql`
    update engine.jobs set run_at = run_at - (started_at - now()), started_at = now()
    where owner is null and started_at > now() + interval '1 second'`;
  return back.count;
}
