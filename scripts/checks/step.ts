import { spawn } from "node:child_process";
import { ROOT } from "../launch/root";

/** One command of a check. */
export interface Step {
  name: string;
  command: readonly [string, ...string[]];
  environment?: Readonly<Record<string, string>>;
  /** Its output is shown as it comes; otherwise only when it fails. */
  live?: boolean;
}

export interface StepResult {
  name: string;
  ok: boolean;
  seconds: number;
}

/** Runs one step in the repository's folder, with the installed programs on PATH. Prints one line when it has ended. */
export async function runStep({ name, command, environment, live }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment, PATH: `${ROOT}/node_modules/.bin:${process.env.PATH ?? ""}` },
    stdio: live === true ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const ok = await new Promise<boolean>((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (!ok && live !== true) console.log(output.trimEnd());
  console.log(`${ok ? "passed" : "FAILED"}  ${name}  ${seconds.toFixed(1)} s`);
  return { name, ok, seconds };
}

/** Runs steps that do not depend on each other, `width` at a time, in their order. */
export async function runSteps(steps: readonly Step[], width: number): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      results.push(await runStep(step));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
