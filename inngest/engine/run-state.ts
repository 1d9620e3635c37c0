import type { FinishedStep, StepState } from "./protocol";
import type { ClaimedJob } from "./store/job";

// Limits of Inngest's own server: 1,000 steps a run, 4 MB a step, 32 MB a run.
const MAX_STEPS = 1000;
const MAX_STEP_LENGTH = 4_000_000;
const MAX_STATE_LENGTH = 32_000_000;

/** What a run has finished so far: stored in Postgres, or about to be. */
export class RunState {
  /** In order of completion, as the SDK gets them. */
  readonly steps: Record<string, StepState>;
  /** Failures of the current step. */
  attempt: number;
  /** Says which limit was crossed. */
  exceeded: string | undefined;
  #unstored: FinishedStep[] = [];
  #count: number;
  #length: number;

  constructor(private readonly job: ClaimedJob) {
    this.steps = job.steps === null ? {} : (JSON.parse(job.steps) as Record<string, StepState>);
    this.attempt = job.attempt;
    this.#count = Object.keys(this.steps).length;
    this.#length = job.steps?.length ?? 0;
    if (job.wake !== null) this.#add({ id: job.wake, kind: "data", json: "null" });
  }

  get count(): number {
    return this.#count;
  }

  /** Finished, but in no write yet. */
  get unstored(): readonly FinishedStep[] {
    return this.#unstored;
  }

  /** Adds finished steps; the next one starts with its first attempt. */
  remember(finished: readonly FinishedStep[]): void {
    if (finished.length > 0) this.attempt = 0;
    for (const step of finished) this.#add(step);
  }

  stored(steps: readonly FinishedStep[]): void {
    this.#unstored = this.#unstored.filter((step) => !steps.includes(step));
  }

  /** Forgets results that could not be stored. The end of a sleep is known without them. */
  dropUnstored(): void {
    for (const { id } of this.#unstored) if (id !== this.job.wake) delete this.steps[id];
    this.#unstored = this.#unstored.filter(({ id }) => id in this.steps);
    this.#count = Object.keys(this.steps).length;
  }

  #add(step: FinishedStep): void {
    if (step.id in this.steps) return;
    this.#count += 1;
    this.#length += step.json.length;
    if (step.json.length > MAX_STEP_LENGTH)
      this.exceeded = `A step returned more than ${MAX_STEP_LENGTH} bytes.`;
    if (this.#length > MAX_STATE_LENGTH)
      this.exceeded = `The steps returned more than ${MAX_STATE_LENGTH} bytes.`;
    if (this.#count > MAX_STEPS) this.exceeded = `The run has more than ${MAX_STEPS} steps.`;
    const value: unknown = JSON.parse(step.json);
    this.steps[step.id] =
      step.kind === "data" ? { type: "data", data: value } : { type: "error", error: value };
    this.#unstored.push(step);
  }
}
