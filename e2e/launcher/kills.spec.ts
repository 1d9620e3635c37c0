import { expect, test } from "@playwright/test";
import { isRunning } from "@/db/embedded/processes";
import { until } from "@/db/testing/until";
import {
  dataFolder,
  processesOf,
  processOf,
  startProduct,
  type DataFolder,
  type OwnProduct,
} from "./own-product";

const WEB = /next-server|next\/dist\/bin\/next start/;
const WORKER = /carillon-worker\.mjs/;
const POSTGRES = /bin\/postgres -D/;

test.describe.configure({ mode: "serial", timeout: 180_000 });

let data: DataFolder;
let product: OwnProduct;
test.beforeAll(async () => {
  data = dataFolder();
  product = await startProduct(data.path);
  await product.ready();
});
test.afterAll(() => data.remove());

for (const [name, command] of Object.entries({ web: WEB, worker: WORKER, Postgres: POSTGRES })) {
  test(`after kill -9 of ${name} the product serves again`, async () => {
    const killed = processOf(data.path, command);
    process.kill(killed, "SIGKILL");
    await until(() => processOf(data.path, command) !== killed, { timeoutMs: 30_000, what: `a new ${name}` });
    await until(async () => (await send(product)) === 202, { what: "an accepted event" });
    await product.ready();
    expect(isRunning(product.launcher.pid)).toBe(true);
  });
}

test("a second start on the same data folder is refused in one clear line and disturbs nothing", async () => {
  const second = await startProduct(data.path);
  expect(await second.ended()).toBe(1);
  expect(second.output().trim().split("\n")).toHaveLength(1);
  expect(second.output()).toContain(`${data.path} is in use by process ${product.launcher.pid}`);
  expect(await send(product)).toBe(202);
});

test("after kill -9 of the launcher web and worker end by themselves, and the next start takes Postgres over", async () => {
  const postgres = processOf(data.path, POSTGRES);
  const others = [processOf(data.path, WEB), processOf(data.path, WORKER)];
  process.kill(product.launcher.pid, "SIGKILL");
  await until(() => others.every((pid) => !isRunning(pid)), {
    timeoutMs: 20_000,
    what: "web and worker to end",
  });
  expect(isRunning(postgres)).toBe(true);
  const startedAt = performance.now();
  product = await startProduct(data.path, {
    PORT: new URL(product.origin).port,
    DEMO_API_KEY: product.apiKey,
  });
  await until(() => product.output().includes("Carillon is ready"), { timeoutMs: 60_000 });
  const seconds = (performance.now() - startedAt) / 1000;
  test.info().annotations.push({ type: "second start", description: `${seconds.toFixed(1)} s` });
  expect(processOf(data.path, POSTGRES)).toBe(postgres);
});

test("a start right after kill -9 of the launcher ends what it left and serves on the same port", async () => {
  process.kill(product.launcher.pid, "SIGKILL");
  const port = new URL(product.origin).port;
  product = Object.assign(await startProduct(data.path, { PORT: port }), { origin: product.origin });
  await until(() => product.output().includes(`Carillon is ready at ${product.origin}`), {
    timeoutMs: 60_000,
  });
});

test("Ctrl-C leaves no process behind and no lock", async () => {
  expect(processesOf(data.path).length).toBeGreaterThan(3);
  process.kill(product.launcher.pid, "SIGINT");
  expect(await product.ended()).toBe(0);
  expect(processesOf(data.path)).toEqual([]);
  product = await startProduct(data.path);
  await product.ready();
  process.kill(product.launcher.pid, "SIGTERM");
  expect(await product.ended()).toBe(0);
  expect(processesOf(data.path)).toEqual([]);
});

test("Ctrl-C in the middle of a start leaves no process behind either", async () => {
  const fresh = dataFolder();
  const starting = await startProduct(fresh.path);
  await until(() => processOf(fresh.path, POSTGRES), { timeoutMs: 60_000 });
  process.kill(starting.launcher.pid, "SIGINT");
  expect(await starting.ended()).toBe(0);
  expect(processesOf(fresh.path)).toEqual([]);
  await fresh.remove();
});

async function send({ origin, apiKey }: OwnProduct): Promise<number> {
  const response = await fetch(`${origin}/api/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({
      type: "task.created",
      data: { task: { id: "t1", title: "Ring", status: "active" } },
    }),
  });
  return response.status;
}
