import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/client";
import { freePort } from "@/db/embedded/free-port";
import { makeChannel, makeWorkspace } from "@/db/factories";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { resetEnv } from "@/lib/env";
import { ROOT } from "../launch/root";
import type { Finding } from "./finding";

const key = randomBytes(32).toString("base64");
let server: TestDatabase;
let connection: ReturnType<typeof connect>;
let settings: Record<string, string>;

beforeAll(async () => {
  process.env.ENCRYPTION_KEY = key;
  resetEnv();
  server = await createTestDatabase();
  connection = connect(server.url, { max: 2 });
  const { id: workspaceId } = await makeWorkspace(connection.database);
  await makeChannel(connection.database, { workspaceId, url: "http://127.0.0.1:9/hook-1234567890" });
  await connection.raw`insert into engine.workers (pid, ready) values (1, true)`;
});

afterAll(async () => {
  await connection.end();
  await server.drop();
});

beforeEach(async () => {
  await connection.raw`update engine.workers set seen_at = now() + interval '1 hour'`;
  settings = {
    DATABASE_URL: server.url,
    ENCRYPTION_KEY: key,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    APP_URL: "http://127.0.0.1:1",
    PORT: String(await freePort()),
    EGRESS_ALLOW: "127.0.0.0/8",
  };
});

/** Runs the command with exactly these settings. */
async function doctor(args: string[] = []): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/doctor.ts", ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...settings },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}

async function findings(): Promise<{ code: number | null; found: Record<string, Finding>; out: string }> {
  const { code, out, err } = await doctor(["--json"]);
  expect(err).toBe("");
  const report = JSON.parse(out) as { healthy: boolean; findings: Finding[] };
  expect(report.healthy).toBe(code === 0);
  return { code, found: Object.fromEntries(report.findings.map((finding) => [finding.check, finding])), out };
}

test("says of a database in order that it is, opens a stored value, and says to start what does not run", async () => {
  const { code, found } = await findings();
  expect(code).toBe(1);
  for (const check of [
    "configuration",
    "database",
    "migrations",
    "clock",
    "encryption key",
    "engine",
    "backlog",
  ]) {
    expect(found[check]).toMatchObject({ status: "ok" });
  }
  expect(found["encryption key"]?.says).toBe("opens what is stored (2 values)");
  expect(found.web).toMatchObject({ status: "fail", remedy: expect.stringContaining("npm start") });
});

test("names a database that can't be reached, never its password", async () => {
  settings.DATABASE_URL = `postgres://carillon:hush-hush@127.0.0.1:${await freePort()}/carillon`;
  const { code, out } = await doctor();
  expect(code).toBe(1);
  expect(out).toMatch(/FAIL {2}database .*ECONNREFUSED.*\n.*→ Start it, or correct DATABASE_URL\./);
  expect(out).not.toContain("hush-hush");
});

test("names a wrong password as such", async () => {
  const url = new URL(server.url);
  url.password = "hush-hush";
  settings.DATABASE_URL = url.href;
  const { found, out } = await findings();
  expect(found.database).toMatchObject({ remedy: "Correct the user or password in DATABASE_URL." });
  expect(out).not.toContain("hush-hush");
});

test("names the migrations that are missing", async () => {
  const { raw } = connection;
  const [gone] = await raw<{ hash: string; created_at: string }[]>`
    delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)
    returning hash, created_at`;
  if (gone === undefined) throw new Error("The test database has no migrations.");
  try {
    const { code, found } = await findings();
    expect(code).toBe(1);
    expect(found.migrations).toMatchObject({
      status: "fail",
      says: expect.stringMatching(/^Not applied: \d{4}_\w+$/),
    });
  } finally {
    await raw`insert into drizzle.__drizzle_migrations ${raw(gone)}`;
  }
});

test("tells a wrong encryption key by what it does not open, without showing either", async () => {
  settings.ENCRYPTION_KEY = randomBytes(32).toString("base64");
  const { code, found, out } = await findings();
  expect(code).toBe(1);
  expect(found["encryption key"]).toMatchObject({
    status: "fail",
    says: "2 of 2 stored values were sealed with another key",
  });
  for (const secret of [key, settings.ENCRYPTION_KEY]) expect(out).not.toContain(secret);
});

test("tells one damaged value from a wrong key", async () => {
  const { raw } = connection;
  const keyId = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 8);
  const [channel] = await raw<{ id: string; url_sealed: string }[]>`select id, url_sealed from channels`;
  if (channel === undefined) throw new Error("There is no channel.");
  await raw`update channels set url_sealed = ${`v1:${keyId}:${Buffer.alloc(64).toString("base64")}`}`;
  try {
    const { found } = await findings();
    expect(found["encryption key"]).toMatchObject({
      status: "warn",
      says: expect.stringContaining(channel.id),
    });
  } finally {
    await raw`update channels set url_sealed = ${channel.url_sealed}`;
  }
});

test("misses a worker that was not seen lately", async () => {
  await connection.raw`update engine.workers set seen_at = now() - interval '1 minute'`;
  const { code, found } = await findings();
  expect(code).toBe(1);
  expect(found.engine).toMatchObject({ status: "fail", remedy: "Start Carillon: npm start" });
});

test("misses an Inngest server that does not answer", async () => {
  settings.INNGEST_DEV = `http://127.0.0.1:${await freePort()}`;
  const { found } = await findings();
  expect(found.engine).toMatchObject({ status: "fail", says: expect.stringContaining(settings.INNGEST_DEV) });
});

test("warns of settings that can be used and are hardly meant so", async () => {
  Object.assign(settings, { NEXTAUTH_SECRET: "short", HOST: "0.0.0.0", INNGEST_EVENT_KEY: "key" });
  settings.EGRESS_ALLOW = "169.254.0.0/16";
  const { out } = await doctor();
  expect(out).toContain("NEXTAUTH_SECRET has fewer than 32 bytes");
  expect(out).toContain("Only one of INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY is set");
  expect(out).toContain("APP_URL is not https");
  expect(out).toMatch(/warn {2}egress .*169\.254\.0\.0\/16.*credentials/);
});

test("tells another program on the port from Carillon", async () => {
  const other = createServer((_request, response) => response.end("hello")).listen(
    Number(settings.PORT),
    "127.0.0.1",
  );
  const { found } = await findings();
  other.close();
  expect(found.web).toMatchObject({ status: "fail", says: expect.stringContaining("another program") });
});

test("says each thing that npm start would refuse, and that a bad EGRESS_ALLOW is one", async () => {
  Object.assign(settings, { ENCRYPTION_KEY: "c2hvcnQ=", APP_URL: "hub" });
  const refused = await doctor();
  expect(refused.code).toBe(1);
  expect(refused.out.match(/FAIL {2}configuration/g)).toHaveLength(2);
  Object.assign(settings, {
    ENCRYPTION_KEY: key,
    APP_URL: "http://127.0.0.1:1",
    EGRESS_ALLOW: "10.0.0.0/99",
  });
  const { found } = await findings();
  expect(found.egress).toMatchObject({ status: "fail", remedy: "Correct EGRESS_ALLOW." });
});

test("with nothing running, says to start it and warns of key files that others may read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "carillon-doctor-"));
  settings = { DATA_DIR: folder, PORT: String(await freePort()) };
  try {
    const fresh = await findings();
    expect(fresh.code).toBe(1);
    expect(fresh.found.database).toMatchObject({ remedy: "Start Carillon: npm start" });
    for (const name of ["encryption-key", "postgres-password"])
      writeFileSync(join(folder, name), "secret-text");
    chmodSync(join(folder, "encryption-key"), 0o644);
    chmodSync(join(folder, "postgres-password"), 0o600);
    const { found, out } = await findings();
    expect(found.database).toMatchObject({ says: expect.stringContaining("is not running") });
    expect(found["key files"]).toMatchObject({
      status: "warn",
      remedy: `chmod 600 ${join(folder, "encryption-key")}`,
    });
    expect(out).not.toContain("secret-text");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("refuses a flag that it does not know with one line and its usage, and exits with 2", async () => {
  const { code, out, err } = await doctor(["--cure"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.split("\n")[0]).toContain("'--cure'");
  expect(err).toContain("Usage: npm run doctor");
  expect(await doctor(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Usage") });
});
