import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isRunning } from "@/db/embedded/processes";
import { until } from "@/db/testing/until";
import { keepPostgres } from "./database";
import { Shutdown } from "./shutdown";

// Clusters are set up from nothing, which takes a busy machine a while.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let shutdown: Shutdown;
let squatter: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carillon-kept-"));
  chmodSync(folder, 0o755);
  shutdown = new Shutdown();
});
afterEach(async () => {
  await shutdown.run();
  squatter?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("when its port was taken meanwhile, Postgres comes back on another one and its clients learn the URL", async () => {
  const moved: string[] = [];
  const first = await keepPostgres(folder, shutdown, (url) => moved.push(url));
  process.kill(first.pid, "SIGKILL");
  squatter = await until(() => listen(first.port));
  const [url] = await until(() => moved.length > 0 && moved, { timeoutMs: 30_000 });
  expect(Number(new URL(url ?? "").port)).not.toBe(first.port);
});

test("the end of the launcher ends Postgres, and nothing starts it again", async () => {
  const server = await keepPostgres(folder, shutdown, () => {});
  await shutdown.run();
  expect(isRunning(server.pid)).toBe(false);
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
