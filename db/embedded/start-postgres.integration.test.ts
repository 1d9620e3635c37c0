import { spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { postgresIdentity, runAs } from "./identity";
import { isRunning } from "./processes";
import { THROW_AWAY } from "./settings";
import { startPostgres, type PostgresServer } from "./start-postgres";

// Clusters are set up from nothing, which takes a busy machine a while.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const servers: PostgresServer[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carillon-embedded-"));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.stop();
    rmSync(server.home, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

test("what was committed is there after a stop and a start", async () => {
  const first = await start();
  await query(first, "create table kept as select 7 as n");
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);
  expect(await query(await start(), "select n from kept")).toEqual([{ n: 7 }]);
});

test("the password is in a file that only its owner reads, and no other opens the server", async () => {
  const server = await start();
  expect(statSync(join(folder, "postgres-password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url("postgres"));
  wrong.password = "postgres";
  await expect(query({ url: () => wrong.href }, "select 1")).rejects.toMatchObject({ code: "28P01" });
});

test("a server that an earlier start left running is adopted and can be stopped", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true });
  await second.stop();
  await second.gone;
  expect(isRunning(first.pid)).toBe(false);
});

test("after kill -9 of the server it starts again on the same port with all that was committed", async () => {
  const first = await start({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
  await query(first, "create table kept as select 7 as n");
  process.kill(first.pid, "SIGKILL");
  await first.gone;
  const second = await start({}, first.port);
  expect(second.port).toBe(first.port);
  expect(await query(second, "select n from kept")).toEqual([{ n: 7 }]);
});

test("a stale postmaster.pid whose process id belongs to something else does not stop a start", async () => {
  const first = await start();
  const file = join(first.home, clusterName(first), "postmaster.pid");
  const content = readFileSync(file, "utf8");
  await first.stop();
  const stranger = spawn("sleep", ["60"], { ...runAs(postgresIdentity()), stdio: "ignore" });
  writeFileSync(file, content.replace(/^\d+/, String(stranger.pid)));
  const second = await start();
  expect(isRunning(stranger.pid ?? 0)).toBe(true);
  stranger.kill("SIGKILL");
  expect(await query(second, "select 1 as n")).toEqual([{ n: 1 }]);
});

test("a half-made cluster of a crashed first start is made anew", async () => {
  const version = clusterName(await start());
  await servers[0]?.stop();
  rmSync(join(folder, version), { recursive: true });
  mkdirSync(join(folder, `${version}.tmp`));
  writeFileSync(join(folder, `${version}.tmp`, "PG_VERSION"), "1");
  rmSync(join(folder, "postgres-password"));
  expect(await query(await start(), "select 1 as n")).toEqual([{ n: 1 }]);
});

test("a taken port is no obstacle: the next free one is used", async () => {
  const first = await start();
  const other = mkdtempSync(join(tmpdir(), "carillon-embedded-"));
  chmodSync(other, 0o755);
  const second = await startPostgres({ dataFolder: other, settings: THROW_AWAY, port: first.port });
  servers.push(second);
  expect(second.port).not.toBe(first.port);
});

test("in a folder that the server's user can't enter, the cluster goes elsewhere and is found again", async () => {
  chmodSync(folder, 0o700);
  const inner = join(folder, "data");
  const first = await startPostgres({ dataFolder: inner, settings: THROW_AWAY });
  servers.push(first);
  // An ordinary user runs Postgres as itself and stays where it is.
  expect(first.home === inner).toBe(postgresIdentity() === undefined);
  await query(first, "create table kept as select 7 as n");
  await first.stop();
  const second = await startPostgres({ dataFolder: inner, settings: THROW_AWAY });
  servers.push(second);
  expect(await query(second, "select n from kept")).toEqual([{ n: 7 }]);
});

test("a data folder that was deleted starts empty, wherever its cluster was", async () => {
  chmodSync(folder, 0o700);
  const inner = join(folder, "data");
  const first = await startPostgres({ dataFolder: inner, settings: THROW_AWAY });
  servers.push(first);
  await query(first, "create table kept as select 7 as n");
  await first.stop();
  rmSync(inner, { recursive: true });
  const second = await startPostgres({ dataFolder: inner, settings: THROW_AWAY });
  servers.push(second);
  await expect(query(second, "select n from kept")).rejects.toMatchObject({ code: "42P01" });
});

test("a server that can't start says why", async () => {
  await expect(start({ shared_buffers: "nonsense" })).rejects.toThrow(/shared_buffers/);
});

async function start(settings: Record<string, string> = {}, port?: number): Promise<PostgresServer> {
  const server = await startPostgres({ dataFolder: folder, settings: { ...THROW_AWAY, ...settings }, port });
  servers.push(server);
  return server;
}

const clusterName = (server: PostgresServer): string =>
  readdirSync(server.home).find((name) => /^pgdata-\d+$/.test(name)) ?? "";

async function query(server: Pick<PostgresServer, "url">, statement: string): Promise<unknown[]> {
  const client = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    return [...(await client.unsafe(statement))];
  } finally {
    await client.end({ timeout: 5 });
  }
}
