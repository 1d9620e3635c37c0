import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "./folder-lock";

/** Waits until no other process builds. Answers what releases the lock. */
export async function waitForLock(file: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    const answer = await takeLock(file);
    if ("lock" in answer) return answer.lock.release;
    await sleep(250);
  }
}
