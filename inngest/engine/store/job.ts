import type { Sql } from "@/db/client";

/** A job that this process owns. */
export interface ClaimedJob {
  id: string;
  fn: string;
  /** The event as JSON. */
  payload: string;
  attempt: number;
  setbacks: number;
  /** The sleeping step that has just ended. */
  wake: string | null;
  /** Stored steps as one JSON object in order of completion: `{<id>: {type, data | error}}`. */
  steps: string | null;
  /** Who holds it: every write about the job says so, and changes nothing when it is no longer true. */
  owner: number;
}

/** The columns of a ClaimedJob from a row `c` of engine.jobs. */
export const jobColumns = (sql: Sql) => sql`
  c.id, c.fn, c.payload, c.attempt, c.setbacks, c.wake, c.owner,
  case when c.memo > 0 then (
    select '{' || string_agg(
      '"' || s.id || '":{"type":"' || s.kind || '","' || s.kind || '":' || s.data || '}', ',' order by s.seq
    ) || '}' from engine.steps s where s.run_id = c.id
  ) end as steps`;
