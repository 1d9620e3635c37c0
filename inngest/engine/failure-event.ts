import { FUNCTION_FAILED, type EngineFunction } from "./config";
import type { RunError } from "./decode";
import type { SentEvent } from "./sent-events";
import type { ClaimedJob } from "./store/job";

/** The `inngest/function.failed` event of a run, or none when no function listens to it. */
export function failureEvent(
  job: ClaimedJob,
  error: RunError,
  event: unknown,
  functions: ReadonlyMap<string, EngineFunction>,
): SentEvent | undefined {
  // The failure of a failure handler is not reported to failure handlers, or two of them could go on for ever.
  if ((event as { name?: unknown }).name === FUNCTION_FAILED || !hasListener(job.fn, functions))
    return undefined;
  const id = `failed:${job.id}`;
  const data = {
    function_id: job.fn,
    run_id: job.id,
    error,
    event,
    events: [event],
    _inngest: { status: "Failed" },
  };
  const payload = JSON.stringify({ id, name: FUNCTION_FAILED, ts: Date.now(), data });
  return { id, name: FUNCTION_FAILED, payload, source: job.fn };
}

function hasListener(fn: string, functions: ReadonlyMap<string, EngineFunction>): boolean {
  return [...functions.values()].some(({ triggers }) =>
    triggers.some(
      (trigger) =>
        "event" in trigger && trigger.event === FUNCTION_FAILED && ["", fn].includes(trigger.source),
    ),
  );
}
