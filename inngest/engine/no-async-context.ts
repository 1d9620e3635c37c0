/**
 * Tells the SDK that this process has no async context, as in runtimes without `node:async_hooks`. It serves parallel
 * groups, experiments and streams, none of which the engine runs; but once it is used, Node 20 calls a hook for every
 * promise of the process, a tenth of the worker's time. Call it before the first function runs.
 */
export function withoutAsyncContext(): void {
  const context = { getStore: () => undefined, run: <T>(_store: unknown, act: () => T): T => act() };
  const cache: AsyncContextCache = { promise: Promise.resolve(context), resolved: context, isFallback: true };
  Object.assign(globalThis, { [CACHE]: cache });
}

/** Where the SDK keeps its async context, once for all copies of itself in a process. */
const CACHE = Symbol.for("inngest:als");

interface AsyncContextCache {
  promise: Promise<unknown>;
  resolved: unknown;
  isFallback: boolean;
}
