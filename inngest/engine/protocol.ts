/** A finished step as it is stored and shown to the SDK again. `json` is its data, or the error it ended with. */
export interface FinishedStep {
  id: string;
  kind: "data" | "error";
  json: string;
}

/** What the SDK answered to a call. */
export interface SdkResponse {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

/** What a call asks for: a function with its event and everything it already finished. */
export interface CallInput {
  fn: string;
  runId: string;
  /** Names this execution in checkpoints. */
  execution: string;
  event: unknown;
  steps: Readonly<Record<string, StepState>>;
  /** Failures of the current step so far. */
  attempt: number;
  maxAttempts: number;
}

export type StepState = { type: "data"; data: unknown } | { type: "error"; error: unknown };

/** The body of an execution request (Inngest SDK spec, 4.3 "Call Request"). */
export function callBody(input: CallInput) {
  const stack = Object.keys(input.steps);
  return {
    event: input.event,
    events: [input.event],
    steps: input.steps,
    // -1 lets the SDK choose its newest execution version.
    version: -1,
    ctx: {
      run_id: input.runId,
      attempt: input.attempt,
      max_attempts: input.maxAttempts,
      disable_immediate_execution: false,
      use_api: false,
      // Together these two switch checkpointing on.
      fn_id: input.fn,
      qi_id: input.execution,
      stack: { stack, current: stack.length },
    },
  };
}
