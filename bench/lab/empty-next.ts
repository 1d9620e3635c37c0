import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/embedded/free-port";
import { ROOT } from "@/scripts/launch/root";

const FOLDER = join(ROOT, "bench", "empty-next");
const NEXT = join(ROOT, "node_modules", "next", "dist", "bin", "next");
const MANIFEST = join(ROOT, "node_modules", "next", "package.json");
const STAMP = join(FOLDER, ".next", "built-with");
const START_MS = 60_000;

/** A production server of Next whose one handler, `POST /empty`, does nothing. Started as the product starts its own. */
export async function startEmptyNext(): Promise<{ origin: string; end(): Promise<void> }> {
  build();
  const port = await freePort();
  const args = ["--max-semi-space-size=32", NEXT, "start", FOLDER, "-p", String(port), "-H", "127.0.0.1"];
  const server = spawn(process.execPath, [...args, "--keepAliveTimeout", "65000"], {
    env: environment(),
    stdio: "ignore",
  });
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const end = async () => {
    server.kill("SIGTERM");
    await gone;
  };
  const origin = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + START_MS;
  while (!(await answers(origin))) {
    if (performance.now() > deadline || server.exitCode !== null) {
      await end();
      throw new Error("The empty Next server did not start.");
    }
    await sleep(50);
  }
  return { origin, end };
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/empty`, { method: "POST" })).status === 202;
  } catch {
    return false;
  }
}

/** Once per version of Next. */
function build(): void {
  const { version: next } = JSON.parse(readFileSync(MANIFEST, "utf8")) as { version: string };
  const version = `Next ${next}, Node ${process.version}`;
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === version) return;
  const built = spawnSync(process.execPath, [NEXT, "build", FOLDER], {
    env: environment(),
    encoding: "utf8",
  });
  if (built.status !== 0)
    throw new Error(`The empty Next app could not be built:\n${built.stdout}${built.stderr}`);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, version);
}

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
});
