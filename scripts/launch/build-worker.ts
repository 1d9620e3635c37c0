import { join } from "node:path";
import { ROOT } from "./root";

/** The worker of the production build: one file, so that it starts without compiling anything. */
export const WORKER_FILE = join(".next", "carillon-worker.mjs");

/** Bundles the worker's own code; packages are loaded from node_modules. Throws with esbuild's report. */
export async function buildWorker(): Promise<void> {
  // Loaded here only: whoever starts a finished build needs no compiler.
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join("inngest", "worker.ts")],
    outfile: WORKER_FILE,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    // The oldest Node that package.json allows.
    target: "node20.20",
    logLevel: "silent",
  });
}
