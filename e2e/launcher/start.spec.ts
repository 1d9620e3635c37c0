import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "@/db/embedded/free-port";
import { postgresIdentity } from "@/db/embedded/identity";
import { DEMO } from "@/db/seed";
import { throwAwayPostgres } from "@/db/testing/throw-away-postgres";
import { until } from "@/db/testing/until";
import {
  dataFolder,
  processesOf,
  readableRepository,
  startProduct,
  type DataFolder,
  type OwnProduct,
} from "./own-product";

test.describe.configure({ timeout: 180_000 });

const key = randomBytes(32).toString("base64");
const folders: DataFolder[] = [];
test.afterAll(() => Promise.all(folders.map((folder) => folder.remove())));

function folder(owner?: { uid: number; gid: number }): string {
  const made = dataFolder(owner);
  folders.push(made);
  return made.path;
}

test("an ordinary user starts it, and the keys that it makes are readable by that user alone", async () => {
  const user = postgresIdentity();
  const data = folder(user);
  const repository = readableRepository(user);
  const place = { cwd: repository.path, uid: user?.uid, gid: user?.gid };
  const product = await startProduct(data, { HOME: data }, place);
  await product.ready();
  for (const name of ["nextauth-secret", "encryption-key", "postgres-password"]) {
    const file = statSync(join(data, name));
    expect(file.mode & 0o777).toBe(0o600);
    expect(file.uid).toBe(user?.uid ?? process.getuid?.());
  }
  await stop(product);
  expect(processesOf(data)).toEqual([]);
  repository.remove();
});

test("the first start prints address, login, a key and a curl that works; the second shows no key again", async () => {
  const data = folder();
  const first = await startProduct(data, { DEMO_API_KEY: undefined });
  await until(() => first.output().includes("Send an event"), { timeoutMs: 120_000 });
  expect(first.output()).toContain(`${DEMO.emails.owner} with ${DEMO.password}`);
  const apiKey = /API key\s+(ck_\S+)/.exec(first.output())?.[1] ?? "";
  const command = /curl -X POST[^]*?}'/.exec(first.output())?.[0] ?? "";
  expect(command).toContain(apiKey);
  const body = /-d '([^']*)'/.exec(command)?.[1];
  const response = await fetch(`${first.origin}/api/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body,
  });
  expect(response.status).toBe(202);
  await stop(first);
  const second = await startProduct(data, { DEMO_API_KEY: undefined });
  await until(() => second.output().includes("Send an event"), { timeoutMs: 120_000 });
  expect(second.output()).not.toContain("ck_");
  await stop(second);
});

test("a taken port is refused in one line that names the remedy", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const product = await startProduct(folder(), { PORT: String(port) });
  expect(await product.ended()).toBe(1);
  expect(product.output().trim()).toBe(
    `Port ${port} is in use. Set PORT to a free one, for instance PORT=${port + 1}.`,
  );
  other.close();
});

test("a value that can't be used is refused in one line that names the variable", async () => {
  const product = await startProduct(folder(), { PORT: "many" });
  expect(await product.ended()).toBe(1);
  expect(product.output().trim()).toMatch(/^PORT=many can't be used \(.+\)\. Port of the web process\.$/);
});

test.describe("where others can reach it", () => {
  test("the demo password is neither set nor accepted from before", async () => {
    const fresh = await startProduct(folder(), { HOST: "0.0.0.0" });
    await fresh.ready();
    await until(() => fresh.output().includes("Carillon is ready"));
    expect(fresh.output()).not.toContain(DEMO.password);
    expect(fresh.output()).toMatch(/sign in with \S{16} \(shown this once\)/);
    await stop(fresh);

    const used = folder();
    const local = await startProduct(used);
    await local.ready();
    await stop(local);
    const opened = await startProduct(used, { APP_URL: "https://hub.example.com" });
    expect(await opened.ended()).toBe(1);
    expect(opened.output()).toContain(`${DEMO.emails.owner}`);
    expect(opened.output()).toContain("still sign in with the demo password");
  });
});

test.describe("with a database of its own choice", () => {
  const complete = { APP_URL: "https://hub.example.com", NEXTAUTH_SECRET: "secret", ENCRYPTION_KEY: key };
  for (const name of ["APP_URL", "NEXTAUTH_SECRET", "ENCRYPTION_KEY"] as const) {
    test(`a missing ${name} ends the start with one clear line`, async () => {
      const url = "postgres://nobody:x@127.0.0.1:1/carillon";
      const product = await startProduct(folder(), { DATABASE_URL: url, ...complete, [name]: undefined });
      expect(await product.ended()).toBe(1);
      expect(product.output().trim().split("\n")).toHaveLength(1);
      expect(product.output()).toContain(`${name} is required when DATABASE_URL is set`);
    });
  }

  test("a wrong value and a database that can't be reached are named, without the password", async () => {
    const wrong = await startProduct(folder(), { ENCRYPTION_KEY: "short" });
    expect(await wrong.ended()).toBe(1);
    expect(wrong.output()).toContain("ENCRYPTION_KEY must be");
    const port = await freePort();
    const url = `postgres://carillon:hush-hush@127.0.0.1:${port}/carillon`;
    const away = await startProduct(folder(), { DATABASE_URL: url, ...complete });
    expect(await away.ended()).toBe(1);
    expect(away.output()).toContain(`The database at 127.0.0.1:${port} can't be prepared`);
    expect(away.output()).not.toContain("hush-hush");
  });

  test("no Postgres is started, the database is made and migrated, and all is ready", async () => {
    const server = await throwAwayPostgres();
    const data = folder();
    const database = { DATABASE_URL: server.url("carillon_own"), ...complete, APP_URL: "" };
    const port = String(await freePort());
    const origin = `http://127.0.0.1:${port}`;
    const product = await startProduct(data, { ...database, PORT: port, APP_URL: origin });
    await until(() => product.output().includes(`Carillon is ready at ${origin}`), { timeoutMs: 120_000 });
    expect(processesOf(data).map(Number)).not.toContain(server.pid);
    await stop(product);
    await server.remove();
  });
});

async function stop(product: OwnProduct): Promise<void> {
  product.launcher.kill("SIGTERM");
  expect(await product.ended()).toBe(0);
}
