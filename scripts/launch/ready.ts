import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./refusal";

// A cold first start on a slow, busy machine; usually it takes two or three seconds.
const READY_MS = 120_000;
const MAX_FAILURES = 5;

/**
 * Resolves once `/api/ready` answers 200. Throws a Refusal when it does not within two minutes, or when the children keep
 * ending before it ever did.
 */
export async function untilReady(
  origin: string,
  children: () => readonly { name: string; failures: number }[],
): Promise<void> {
  const end = performance.now() + READY_MS;
  let last = "no answer";
  while (performance.now() < end) {
    const failing = children().find((child) => child.failures >= MAX_FAILURES);
    if (failing !== undefined) {
      throw new Refusal(
        `The ${failing.name} ended ${failing.failures} times before it was ready; see above.`,
      );
    }
    const answer = await ask(`${origin}/api/ready`);
    if (answer.ready) return;
    last = answer.reason;
    await sleep(50);
  }
  throw new Refusal(`The product was not ready after ${READY_MS / 1000} s: ${last}`);
}

async function ask(url: string): Promise<{ ready: boolean; reason: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return { ready: response.status === 200, reason: `${response.status} ${await response.text()}` };
  } catch {
    return { ready: false, reason: "no answer" };
  }
}
