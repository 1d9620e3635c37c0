import type { Change } from "./batcher";
import type { EngineFunction } from "./config";
import { decode, finishedSteps, type Outcome, type RunError } from "./decode";
import { setbackDelay } from "./delays";
import { failureEvent } from "./failure-event";
import { RunState } from "./run-state";
import type { ClaimedJob } from "./store/job";
import type { Move } from "./store/apply";
import type { Transport } from "./transport";

export interface ExecutionOptions {
  functions: ReadonlyMap<string, EngineFunction>;
  transport: Transport;
  /** Writes a change; false when the job is no longer ours. */
  put(change: Change): Promise<boolean>;
  /** Milliseconds until a failed attempt (from 0) is tried again. */
  backoff(attempt: number): number;
  /** A job of ours is due then (milliseconds since the epoch). */
  onWaiting(until: number): void;
  onSetback(job: ClaimedJob, reason: string): void;
  onFailure(job: ClaimedJob, error: RunError): void;
}

type Leaving = Pick<Move, "attempt" | "setbacks" | "wake"> & ({ until: Date } | { waitMs: number });

// A function that asks to be called again without having finished anything is going round in circles.
const MAX_IDLE_CALLS = 5;

/**
 * One claimed job in the hands of this process, until it ends, waits or is lost. Every write names its owner; once one
 * of them finds that the job is no longer ours, nothing more is written.
 */
export class Execution {
  readonly #state: RunState;
  #lost = false;

  /** `name` stands for this execution in checkpoints. */
  constructor(
    private readonly name: string,
    private readonly job: ClaimedJob,
    private readonly options: ExecutionOptions,
  ) {
    this.#state = new RunState(job);
  }

  /** Calls the function until it waits or ends. Rejects only when a change of its own can't be stored. */
  async run(): Promise<void> {
    const fn = this.options.functions.get(this.job.fn);
    if (fn === undefined) return this.setBack(`no function ${this.job.fn} is registered here`);
    const event: unknown = JSON.parse(this.job.payload);
    for (let idleCalls = 0; idleCalls < MAX_IDLE_CALLS; idleCalls += 1) {
      const before = this.#state.count;
      const outcome = await this.#call(fn, event);
      if (this.#lost || (await this.#follow(outcome, event))) return;
      if (this.#state.count > before) idleCalls = 0;
    }
    await this.setBack("the function asks to be called again and again without progress");
  }

  /** Stores steps that the function finished on its way; false makes it stop, since the job is no longer ours. */
  async checkpoint(operations: readonly unknown[]): Promise<boolean> {
    this.#state.remember(finishedSteps(operations));
    return this.#state.exceeded === undefined && this.#keep();
  }

  /** Gives a job back that was claimed but not begun. */
  async release(): Promise<void> {
    const { attempt, setbacks } = this.job;
    await this.#leave({ waitMs: 0, attempt, setbacks, wake: null });
  }

  /** Gives a job back that the engine could not execute, for later; it costs the function no attempt. */
  async setBack(reason: string): Promise<void> {
    this.options.onSetback(this.job, reason);
    const { setbacks } = this.job;
    const { attempt } = this.#state;
    await this.#leave({ waitMs: setbackDelay(setbacks), attempt, setbacks: setbacks + 1, wake: null });
  }

  /** The same after a change was refused: without the steps that were in it. */
  async setBackWithoutSteps(reason: string): Promise<void> {
    this.#state.dropUnstored();
    await this.setBack(reason);
  }

  async #call(fn: EngineFunction, event: unknown): Promise<Outcome> {
    const response = await this.options.transport.call({
      fn: fn.id,
      runId: this.job.id,
      execution: this.name,
      event,
      steps: this.#state.steps,
      attempt: this.#state.attempt,
      maxAttempts: fn.maxAttempts,
    });
    return decode(response, Date.now());
  }

  /** Does what an outcome asks for; true when this execution is over. */
  async #follow(outcome: Outcome, event: unknown): Promise<boolean> {
    if ("finished" in outcome) this.#state.remember(outcome.finished);
    if (this.#state.exceeded !== undefined) {
      await this.#fail({ name: "LimitReached", message: this.#state.exceeded }, event);
      return true;
    }
    if (outcome.kind === "again") return !(await this.#keep());
    if (outcome.kind === "complete") await this.#end(null, []);
    else if (outcome.kind === "sleep")
      await this.#leave({ until: outcome.until, attempt: 0, setbacks: 0, wake: outcome.step });
    else if (outcome.kind === "retry") await this.#retry(outcome.afterMs);
    else if (outcome.kind === "fail") await this.#fail(outcome.error, event);
    else await this.setBack(outcome.reason);
    return true;
  }

  async #retry(afterMs: number | undefined): Promise<void> {
    const { attempt } = this.#state;
    await this.#leave({
      waitMs: afterMs ?? this.options.backoff(attempt),
      attempt: attempt + 1,
      setbacks: 0,
      wake: null,
    });
  }

  async #fail(error: RunError, event: unknown): Promise<void> {
    const failure = failureEvent(this.job, error, event, this.options.functions);
    const ours = await this.#end(JSON.stringify(error), failure === undefined ? [] : [failure]);
    if (ours) this.options.onFailure(this.job, error);
  }

  #end(error: string | null, events: Extract<Change, { kind: "end" }>["events"]): Promise<boolean> {
    const { id, owner } = this.job;
    return this.#put({ kind: "end", end: { id, owner, error }, events });
  }

  /** Stores what is finished and goes on. */
  #keep(): Promise<boolean> {
    return this.#move({ keep: true, attempt: this.#state.attempt, setbacks: 0, wake: null });
  }

  async #leave(leaving: Leaving): Promise<void> {
    const ours = await this.#move({ keep: false, ...leaving });
    if (ours)
      this.options.onWaiting("until" in leaving ? leaving.until.getTime() : Date.now() + leaving.waitMs);
  }

  async #move(move: Omit<Move, "id" | "owner" | "memo" | "finished">): Promise<boolean> {
    const finished = this.#state.unstored;
    const { id, owner } = this.job;
    const ours = await this.#put({
      kind: "move",
      move: { id, owner, memo: this.#state.count, finished, ...move },
    });
    if (ours) this.#state.stored(finished);
    return ours;
  }

  async #put(change: Change): Promise<boolean> {
    const ours = !this.#lost && (await this.options.put(change));
    this.#lost = !ours;
    return ours;
  }
}
