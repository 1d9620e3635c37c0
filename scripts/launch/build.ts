import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitForLock } from "./build-lock";
import { buildWorker, WORKER_FILE } from "./build-worker";
import { Refusal } from "./refusal";
import { ROOT } from "./root";
import type { Shutdown } from "./shutdown";

const FOLDERS = ["app", "components", "db", "inngest", "lib", "public"];
const STAMP = join(ROOT, ".next", "carillon-build");

/** Whether `.next` was built from the sources as they are now. */
export const isBuilt = (): boolean =>
  existsSync(join(ROOT, ".next", "BUILD_ID")) &&
  existsSync(join(ROOT, WORKER_FILE)) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, "utf8") === sourcesHash();

/**
 * Makes the production build unless it is there; `force` makes it in any case. `show` passes its output on; otherwise
 * it is shown only when the build fails, which throws a Refusal.
 */
export async function build(
  shutdown: Shutdown,
  options: { force?: boolean; show?: boolean; onStart?: () => void } = {},
): Promise<void> {
  if (options.force !== true && isBuilt()) return;
  const unlock = await waitForLock(join(ROOT, "node_modules", ".cache", "carillon", "build.lock"));
  shutdown.add(unlock);
  try {
    // Another start may have built while this one waited.
    if (options.force !== true && isBuilt()) return;
    options.onStart?.();
    const hash = sourcesHash();
    await nextBuild(shutdown, options.show === true);
    await buildWorker();
    writeFileSync(STAMP, hash);
  } finally {
    unlock();
  }
}

/** Of everything that the build reads: sources, configuration, lockfile, the installed Next and Node's major version. */
function sourcesHash(): string {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "");
  const next = join("node_modules", "next", "package.json");
  const files = [...FOLDERS.flatMap(filesIn), ...rootFiles(), next].filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  for (const file of files.sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

const rootFiles = (): string[] =>
  readdirSync(ROOT).filter(
    (name) =>
      /\.(ts|mjs)$|^(package-lock|tsconfig)\.json$/.test(name) &&
      !/^(next-env\.d|vitest|playwright|drizzle|eslint)\b/.test(name),
  );

function nextBuild(shutdown: Shutdown, show: boolean): Promise<void> {
  mkdirSync(join(ROOT, ".next"), { recursive: true });
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  shutdown.add(() => void child.kill("SIGTERM"));
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`${output}\nThe production build failed.`.trim()));
    });
  });
}
