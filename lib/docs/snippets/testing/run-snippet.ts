import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Where the snippets lie. */
export const SNIPPET_FOLDER = join(import.meta.dirname, "..", "..", "..", "..", "docs", "snippets");

/** A program that the documented code needs. Throws with the remedy where it is absent: the code must not go untested. */
export function requireProgram(name: string, version: string, remedy: string): void {
  const { error, status } = spawnSync(name, [version], { stdio: "ignore" });
  if (error || status !== 0) {
    throw new Error(`The documentation's snippets can't be checked: ${name} is missing. ${remedy}`);
  }
}

/** Runs a shell snippet as its first lines say; true when it ends with 0. */
export async function shellAccepts(
  file: string,
  args: string[],
  body: string,
  secret: string,
): Promise<boolean> {
  const child = spawn("sh", [join(SNIPPET_FOLDER, file), ...args], {
    env: { ...process.env, WEBHOOK_SECRET: secret },
    stdio: ["pipe", "ignore", "ignore"],
  });
  // It may refuse before it has read the body.
  child.stdin.on("error", () => {});
  child.stdin.end(body);
  const [code] = (await once(child, "close")) as [number | null];
  return code === 0;
}

const CALLS = `
import importlib, json, sys
sys.path.insert(0, sys.argv[1])
for line in sys.stdin:
    call = json.loads(line)
    arguments = [*call["headers"], call["body"].encode(), call["secret"]]
    print(importlib.import_module(call["module"]).is_genuine(*arguments), flush=True)
`;

/** A Python that calls `is_genuine` of the snippets; one process for all calls, since its start takes most of the time. */
export interface PythonSnippets {
  accepts(module: string, headers: string[], body: string, secret: string): Promise<boolean>;
  stop(): Promise<void>;
}

export function startPython(): PythonSnippets {
  const child = spawn("python3", ["-c", CALLS, SNIPPET_FOLDER], {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += chunk));
  return {
    async accepts(module, headers, body, secret) {
      child.stdin.write(`${JSON.stringify({ module, headers, body, secret })}\n`);
      const { value } = (await lines.next()) as { value?: string };
      if (value !== "True" && value !== "False") throw new Error(`${module} failed.\n${complaint}`);
      return value === "True";
    },
    async stop() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
