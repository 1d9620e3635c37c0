import { Execution, type ExecutionOptions } from "./execution";
import type { ClaimedJob } from "./store/job";

/** The executions of this process, by the names under which their checkpoints arrive. */
export class Executions {
  #running = new Map<string, Execution>();
  #begun = 0;

  constructor(
    private readonly options: ExecutionOptions,
    private readonly onTrouble: (what: string, error: unknown) => void,
  ) {}

  /** Executes a job; never rejects. What the engine itself can't handle is given back for later. */
  async run(job: ClaimedJob): Promise<void> {
    const name = String((this.#begun += 1));
    const execution = new Execution(name, job, this.options);
    this.#running.set(name, execution);
    try {
      await execution.run();
    } catch (error) {
      this.onTrouble(`execution of ${job.id}`, error);
      await execution
        .setBackWithoutSteps("its changes were refused")
        .catch((again: unknown) => this.onTrouble(`giving back of ${job.id}`, again));
    } finally {
      this.#running.delete(name);
    }
  }

  /** Steps that a running function finished; false when it must stop. */
  async checkpoint(name: string, operations: readonly unknown[]): Promise<boolean> {
    return (await this.#running.get(name)?.checkpoint(operations)) ?? false;
  }

  /** Gives back jobs that were claimed but not begun. */
  async release(jobs: readonly ClaimedJob[]): Promise<void> {
    await Promise.all(jobs.map((job) => new Execution("", job, this.options).release()));
  }
}
