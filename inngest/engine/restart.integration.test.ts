import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { THROW_AWAY } from "@/db/embedded/settings";
import { startPostgres, type PostgresServer } from "@/db/embedded/start-postgres";
import { migrate } from "@/db/migrate";
import { until } from "@/db/testing/until";
import { createHarness, type Harness } from "./testing/harness";

// What survives a crash of Postgres is the point here, so it must not forget what it promised.
const SETTINGS = { ...THROW_AWAY, fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

let folder: string;
let server: PostgresServer;
let harness: Harness;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "carillon-restart-"));
  // Made for the owner alone; Postgres may run as another user and must get in.
  chmodSync(folder, 0o755);
  server = await startPostgres({ dataFolder: folder, settings: SETTINGS });
  const url = server.url("engine_restart");
  await migrate(url);
  harness = await createHarness({ url });
});
afterEach(async () => {
  await harness.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a crash of Postgres under load costs no run, and repeats no step of a worker that lives on", async () => {
  const { client, start } = harness.process();
  const calls = new Map<string, number>();
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, async ({ event, step }) => {
    for (const name of ["one", "two", "three"]) {
      await step.run(name, async () => {
        const call = `${String(event.data.n)} ${name}`;
        calls.set(call, (calls.get(call) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 5));
      });
    }
  });
  await start([fn]);
  await client.send(Array.from({ length: 600 }, (_, n) => ({ name: "a", data: { n } })));
  await until(() => calls.size > 200, { everyMs: 1 });
  const { port } = server;
  process.kill(server.pid, "SIGQUIT");
  await server.gone;
  // Time passes while nobody answers at the address.
  await refused(port);
  server = await startPostgres({ dataFolder: folder, settings: SETTINGS, port });
  expect(server.port).toBe(port);
  await until(async () => (await harness.unfinished()) === 0, { timeoutMs: 20_000 });
  expect(calls.size).toBe(1800);
  expect([...calls.values()].filter((count) => count !== 1)).toEqual([]);
});

/** Connections to a closed port fail; a listener that can open there proves that it is closed. */
async function refused(port: number): Promise<void> {
  const listener = createServer().listen(port, "127.0.0.1");
  await once(listener, "listening");
  listener.close();
  await once(listener, "close");
}
