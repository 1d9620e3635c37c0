/** What can be waited for: anything but these means "now". */
type Settled<T> = Exclude<T, undefined | null | false>;

/**
 * Asks `probe` again and again until it answers something other than undefined, null or false, and returns that.
 * Throws after `timeoutMs` (default 10 s), naming `what`; an exception of the probe counts as "not yet".
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  options: { timeoutMs?: number; everyMs?: number; what?: string } = {},
): Promise<Settled<T>> {
  const { timeoutMs = 10_000, everyMs = 20, what = "the condition" } = options;
  const end = performance.now() + timeoutMs;
  for (;;) {
    const { value, error } = await ask(probe);
    if (value !== undefined && value !== null && value !== false) return value as Settled<T>;
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

async function ask<T>(probe: () => T | Promise<T>): Promise<{ value?: T; error?: unknown }> {
  try {
    return { value: await probe() };
  } catch (error) {
    return { error };
  }
}
