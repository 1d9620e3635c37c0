import { after } from "next/server";
import { engineMode } from "@/lib/env";
import { inBackground } from "@/lib/operations/background";

/** Lets work go on after the answer. The work must handle its own errors. */
export function afterAnswer(work: Promise<unknown>): void {
  inBackground(work);
  // Platforms that freeze a process between requests have to be told. They use an Inngest server; where the engine is
  // embedded the process lives on, and every answer would pay for being told of.
  if (engineMode() === "inngest") after(work);
}
