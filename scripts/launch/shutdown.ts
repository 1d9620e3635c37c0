/** What has to be ended, in reverse order of its start, exactly once. */
export class Shutdown {
  private readonly steps: (() => Promise<void> | void)[] = [];
  private ending: Promise<void> | undefined;

  get begun(): boolean {
    return this.ending !== undefined;
  }

  /** Registers what ends a thing just before that thing is started. */
  add(step: () => Promise<void> | void): void {
    if (this.begun) void step();
    else this.steps.push(step);
  }

  /** Runs all steps; every call waits for the same end. A step that fails does not keep the others from running. */
  run(): Promise<void> {
    this.ending ??= this.runAll();
    return this.ending;
  }

  /** Passes its argument on; never resolves once the end has begun, so that nothing new is started. */
  async unlessEnding<T>(work: Promise<T>): Promise<T> {
    const value = await work;
    return this.begun ? new Promise<never>(() => {}) : value;
  }

  private async runAll(): Promise<void> {
    for (const step of this.steps.reverse()) {
      try {
        await step();
      } catch (error) {
        process.stderr.write(`${String(error)}\n`);
      }
    }
  }
}
