import { after } from "next/server";
import { inBackground } from "@/lib/operations/background";

/**
 * Lets work go on after the answer. Next is told, so that a server that is shutting down, or a platform that freezes a
 * process between requests, waits for it. The work must handle its own errors.
 */
export function afterAnswer(work: Promise<unknown>): void {
  inBackground(work);
  try {
    after(work);
  } catch {
    // Called outside of a request that Next serves: there is nobody to tell.
  }
}
