import type {
  AttemptOutcome,
  AttemptStage,
  AttemptTrigger,
  DeliveryStatus,
  ErrorCode,
} from "@/lib/delivery/status";
import type { Timings } from "@/lib/delivery/timings";
import type { RenderWarning } from "@/lib/providers/provider";
import { sequence, SEPARATOR } from "./sequence";
import type { Statements } from "./pipeline-events";

/** An attempt that was made, as it goes into the log. */
export interface AttemptRow {
  deliveryId: string;
  number: number;
  trigger: AttemptTrigger;
  outcome: AttemptOutcome;
  stage: AttemptStage;
  errorCode: ErrorCode | null;
  errorDetail: string | null;
  statusCode: number | null;
  startedAt: Date;
  durationMs: number;
  timings: Timings;
  requestUrl: string;
  requestHeaders: Record<string, string> | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  warnings: RenderWarning[];
}

/** What an attempt does to its delivery. */
export interface AttemptResult {
  workspaceId: string;
  attempt: AttemptRow;
  /** The lease under which it was made. The result counts only while the delivery still carries it. */
  leaseToken: string;
  /** Null leaves the status as it is: a manual attempt that failed. */
  status: Extract<DeliveryStatus, "delivered" | "retrying" | "failed"> | null;
  /** Milliseconds from now until the next try; with status `retrying` only. */
  waitMs: number | null;
  /** The bulk job whose item this attempt was. */
  redeliveryId: string | null;
}

/** A delivery after a result was written, and its channel's failures in a row where those changed. */
export interface RecordedResult {
  /** Position of the result in the input, from 1. */
  n: number;
  status: DeliveryStatus;
  nextAttemptAt: Date | null;
  consecutiveFailures: number | null;
  firstFailureAt: Date | null;
}

/**
 * Writes many results in one statement: attempt rows, delivery states, bulk items and, where it changes, the health of
 * channels. A result whose lease was lost is left out of the answer and changes nothing.
 */
export function recordResults(sql: Statements, results: readonly AttemptResult[]): Promise<RecordedResult[]> {
  const attempts = results.map((result) => result.attempt);
  const json = (values: unknown[]) =>
    sequence(values.map((value) => (value === null ? null : JSON.stringify(value))));
  return sql<RecordedResult[]>`
    with input as (
      select * from unnest(
        string_to_array(${sequence(results.map((result) => result.workspaceId))}, ${SEPARATOR}),
        string_to_array(${sequence(attempts.map((attempt) => attempt.deliveryId))}, ${SEPARATOR}),
        string_to_array(${sequence(results.map((result) => result.leaseToken))}, ${SEPARATOR}),
        ${results.map((result) => result.status)}::text[],
        ${results.map((result) => result.waitMs)}::float8[],
        ${results.map((result) => result.redeliveryId)}::text[],
        ${attempts.map((attempt) => attempt.number)}::int[],
        string_to_array(${sequence(attempts.map((attempt) => attempt.trigger))}, ${SEPARATOR}),
        string_to_array(${sequence(attempts.map((attempt) => attempt.outcome))}, ${SEPARATOR}),
        string_to_array(${sequence(attempts.map((attempt) => attempt.stage))}, ${SEPARATOR}),
        ${attempts.map((attempt) => attempt.errorCode)}::text[],
        ${attempts.map((attempt) => attempt.errorDetail)}::text[],
        ${attempts.map((attempt) => attempt.statusCode)}::int[],
        ${attempts.map((attempt) => attempt.startedAt.toISOString())}::timestamptz[],
        ${attempts.map((attempt) => attempt.durationMs)}::int[],
        string_to_array(${json(attempts.map((attempt) => attempt.timings))}, ${SEPARATOR}),
        ${attempts.map((attempt) => attempt.requestUrl)}::text[],
        string_to_array(${json(attempts.map((attempt) => attempt.requestHeaders))}, ${SEPARATOR}),
        string_to_array(${json(attempts.map((attempt) => attempt.responseHeaders))}, ${SEPARATOR}),
        ${attempts.map((attempt) => attempt.responseBody)}::text[],
        string_to_array(${json(attempts.map((attempt) => attempt.warnings))}, ${SEPARATOR})
      ) with ordinality as i(workspace_id, delivery_id, token, status, wait_ms, redelivery_id, number, trigger, outcome,
        stage, error_code, error_detail, status_code, started_at, duration_ms, timings, request_url, request_headers,
        response_headers, response_body, warnings, n)
    ),
    done as (
      update deliveries d set
        attempt_count = i.number,
        -- A delivery that was cancelled meanwhile stays so unless this attempt arrived.
        status = case when d.status in ('pending', 'retrying') or i.status = 'delivered'
                      then coalesce(i.status, d.status) else d.status end,
        next_attempt_at = case when d.status in ('pending', 'retrying') and i.status = 'retrying'
                               then now() + i.wait_ms * interval '1 ms' end,
        finished_at = case when d.status in ('pending', 'retrying')
                           then case when i.status = 'retrying' then null else now() end
                           when i.status = 'delivered' and d.status <> 'delivered' then now()
                           else d.finished_at end,
        last_error_code = case when d.status = 'delivered' then d.last_error_code else i.error_code end,
        last_status_code = case when d.status = 'delivered' then d.last_status_code else i.status_code end,
        lease_token = null,
        lease_until = null
      from input i
      where d.id = i.delivery_id and d.workspace_id = i.workspace_id and d.lease_token = i.token
      -- Everything that follows is read from here: joins with the input would be planned without statistics.
      returning i.*, d.channel_id, d.test, d.status as new_status, d.next_attempt_at
    ),
    logged as (
      insert into attempts (workspace_id, delivery_id, number, trigger, outcome, stage, error_code, error_detail,
        status_code, started_at, duration_ms, timings, request_url, request_headers, response_headers, response_body,
        warnings)
      select workspace_id, delivery_id, number, trigger, outcome, stage, error_code, error_detail, status_code,
        started_at, duration_ms, timings::json, request_url, nullif(request_headers, '')::json,
        nullif(response_headers, '')::json, response_body, warnings::json
      from done
      on conflict do nothing
    ),
    items as (
      update redelivery_items r set state = d.outcome
      from done d
      where d.redelivery_id is not null and r.redelivery_id = d.redelivery_id and r.delivery_id = d.delivery_id
    ),
    verdicts as (
      select channel_id, n, outcome = 'succeeded' as ok,
        max(n) filter (where outcome = 'succeeded') over (partition by channel_id) as last_ok
      from done
      where not test and (outcome = 'succeeded' or (status = 'failed' and new_status = 'failed'))
    ),
    tally as (
      select channel_id, bool_or(ok) as ok, count(*) filter (where n > coalesce(last_ok, 0))::int as failures
      from verdicts group by channel_id
    ),
    health as (
      update channels c set
        consecutive_failures = case when t.ok then 0 else c.consecutive_failures end + t.failures,
        first_failure_at = case when t.failures = 0 then null
                                when t.ok or c.first_failure_at is null then now()
                                else c.first_failure_at end
      from tally t
      where c.id = t.channel_id and (t.failures > 0 or c.consecutive_failures > 0)
      returning c.id, c.consecutive_failures, c.first_failure_at
    )
    select d.n::int as n, d.new_status as status, d.next_attempt_at as "nextAttemptAt",
           h.consecutive_failures as "consecutiveFailures", h.first_failure_at as "firstFailureAt"
    from done d left join health h on h.id = d.channel_id`;
}
