import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { until } from "@/db/testing/until";
import { DEMO } from "@/db/seed";
import { Product } from "@/faults/product";
import { startReceiver, type Receiver } from "@/scripts/receiver/start-receiver";
import { invite, joinAs, newGuest, signInAs } from "../fixtures/people";
import { canary, everyRow, findCanaries, type Canaries } from "./canaries";

test.describe.configure({ timeout: 240_000 });

const SETTINGS = "/acme/settings";
const INTEGRATIONS = `${SETTINGS}/integrations`;
const METRICS_TOKEN = canary();

let product: Product;
let receiver: Receiver;
test.beforeAll(async () => {
  [product, receiver] = await Promise.all([
    Product.start({ LOG_LEVEL: "trace", METRICS_TOKEN, RETRY_SCHEDULE: "0.2" }),
    startReceiver(),
  ]);
});
test.afterAll(async () => {
  await receiver.stop();
  await product.stop();
});

test("no log line, page, answer, export, metric or row shows a secret, also where a receiver echoes it", async ({
  browser,
}) => {
  const canaries: Canaries = new Map([["the metrics token", METRICS_TOKEN]]);
  for (const name of ["encryption-key", "nextauth-secret", "postgres-password"]) {
    canaries.set(name, readFileSync(join(product.folder.path, name), "utf8").trim());
  }
  canaries.set("the demo's API key", product.apiKey);
  const page = await owner(browser);
  await test.step("secrets of people", () => plantPeople(browser, page, canaries));
  const deliveries = await test.step("secrets of channels, echoed", () => plantChannels(canaries));
  await test.step("secrets in refused calls", () => plantRefusals(canaries));

  const seen = new Map<string, string>();
  await test.step("pages and exports", () => readPages(page, deliveries, seen));
  await test.step("answers and metrics", () => readAnswers(deliveries, seen));
  for (const [table, rows] of await everyRow(product.databaseUrl)) seen.set(`table ${table}`, rows);
  // The welcome tells the demo's key once, in a command to paste: it is what the person came for.
  seen.set("the log", product.output().replace(/^ {2}curl -X POST [^]*?}'$/m, ""));
  seen.set("Postgres' log", readFileSync(join(product.folder.path, "postgres.log"), "utf8"));

  expect(seen.size).toBeGreaterThan(50);
  expect(canaries.size).toBeGreaterThan(18);
  // What is looked for can be found: the log and the rows do hold the names of things.
  expect(product.output()).toContain("delivery.attempted");
  expect(seen.get("table public.channels")).toContain("Canary");
  const leaks = [...seen].flatMap(([place, text]) =>
    findCanaries(canaries, text).map((secret) => `${secret} in ${place}`),
  );
  expect(leaks).toEqual([]);
});

async function owner(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.origin });
  const page = await context.newPage();
  await signInAs(page, { email: DEMO.emails.owner, password: DEMO.password });
  await page.waitForURL("**/acme");
  return page;
}

/** A password, a session, a link for joining and one for a new password, and a key made in the browser. */
async function plantPeople(browser: Browser, page: Page, canaries: Canaries): Promise<void> {
  const guest = { ...newGuest(), password: canary() };
  canaries.set("a password", guest.password);
  canaries.set("an invitation", last(await invite(page, "member", "not taken up")));
  const taken = await invite(page, "admin", guest.name);
  canaries.set("a used invitation", last(taken));
  const theirs = await joinAs(browser, taken, guest);
  const session = (await theirs.context().cookies()).find(({ name }) => name.endsWith("session-token"));
  canaries.set("a session", session?.value.slice(-60) ?? "");
  const wrong = canary();
  canaries.set("a mistyped password", wrong);
  const stranger = await (await browser.newContext({ baseURL: product.origin })).newPage();
  await signInAs(stranger, { email: guest.email, password: wrong });
  await expect(stranger.getByRole("alert").filter({ hasText: "is wrong" })).toBeVisible();

  await page.goto(`${SETTINGS}/members`);
  await page.getByRole("button", { name: `More for ${guest.name}` }).click();
  await page.getByRole("menuitem", { name: "Password link…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create link" }).click();
  const link = await page.getByRole("dialog").getByLabel("Password link", { exact: true }).innerText();
  canaries.set("a password link", last(link));

  await page.goto(`${INTEGRATIONS}/api-keys`);
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Canary");
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  canaries.set(
    "an API key",
    await page.getByRole("dialog").getByLabel("API key", { exact: true }).innerText(),
  );
}

/** Channels of all providers with secrets in path, query and headers, at a receiver that says all of it back. */
async function plantChannels(canaries: Canaries): Promise<string[]> {
  const [path, query, header, fixedPath, rotated] = [canary(), canary(), canary(), canary(), "rotated"];
  canaries.set("a path", path).set("a query", query).set("a header", header).set("a Slack path", fixedPath);
  const url = `${receiver.url(`/hooks/${path}`)}?sig=${query}`;
  const webhook = await product.call<{ id: string; secret: string }>("POST", "/channels", {
    ...{ kind: "crm", provider: "webhook", url, eventTypes: ["task.created"], name: "Canary" },
    headers: { authorization: `Bearer ${header}`, "x-tenant": header },
  });
  canaries.set("a signing secret", webhook.secret);
  const { secret } = await product.call<{ secret: string }>("POST", `/channels/${webhook.id}/secret/rotate`);
  canaries.set(`a ${rotated} secret`, secret);
  const slack = receiver.url(`/services/T000/B000/${fixedPath}`);
  await product.call("POST", "/channels", {
    kind: "chat",
    provider: "slack",
    url: slack,
    name: "Canary Slack",
  });

  // Nobody told the product of these: they are known by their looks.
  const foreign = {
    "another Slack address": `https://hooks.slack.com/services/T0/B0/${canary()}`,
    "another workflow's address": `https://prod-1.logic.azure.com:443/workflows/0f/triggers/manual/paths/invoke?sig=${canary()}`,
    "another signing secret": `whsec_${canary()}`,
    "another API key": `ck_${canary()}`,
  };
  for (const [what, secret] of Object.entries(foreign)) canaries.set(what, secret.slice(-20));
  const said = [...Object.values(foreign), url, header, `Bearer ${header}`, webhook.secret, secret];
  const echo = JSON.stringify({ plain: said, encoded: said.map(encodeURIComponent), url });
  const headers = { "x-echo": encodeURIComponent(url), "x-echo-header": `Bearer ${header}`, location: url };
  receiver.answer(`/hooks/${path}`, { status: 500, headers, body: echo });
  receiver.answer(`/services/T000/B000/${fixedPath}`, { status: 404, body: `no_service at ${slack}` });
  await product.call("POST", `/channels/${webhook.id}/test`, {});
  const { id } = await product.call<{ id: string }>("POST", "/events", {
    type: "task.created",
    data: { task: { id: "canary", title: "Canary", status: "active" } },
  });
  const ended = await until(
    async () => {
      const { data } = await product.call<{ data: { id: string; finishedAt: string | null }[] }>(
        "GET",
        `/deliveries?eventId=${id}`,
      );
      return data.length >= 2 && data.every(({ finishedAt }) => finishedAt !== null) && data;
    },
    { timeoutMs: 60_000, what: "the ends of the deliveries" },
  );
  expect(receiver.requests(`/hooks/${path}`)[0]?.headers["x-tenant"]).toBe(header);
  return ended.map((delivery) => delivery.id);
}

/** Calls that fail, with secrets where they fail. */
async function plantRefusals(canaries: Canaries): Promise<void> {
  const [unknownKey, badUrl, badPort, userinfo] = [`ck_${canary()}`, canary(), canary(), canary()];
  canaries.set("an unknown key", unknownKey).set("a refused URL", badUrl);
  canaries.set("a URL with a bad port", badPort).set("a URL with a password", userinfo);
  const post = (path: string, key: string, body: object) =>
    fetch(`${product.origin}/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await post("/events", unknownKey, {})).status).toBe(401);
  for (const url of [
    `http://10.0.0.1/${badUrl}`,
    `http://1.1.1.1:25/${badPort}`,
    `https://u:${userinfo}@1.1.1.1/`,
  ]) {
    const refused = await post("/channels", product.apiKey, { kind: "crm", provider: "webhook", url });
    expect(refused.status).toBe(422);
    expect(findCanaries(canaries, await refused.text())).toEqual([]);
  }
}

async function readPages(
  page: Page,
  deliveries: readonly string[],
  seen: Map<string, string>,
): Promise<void> {
  const paths = [
    ...["/acme", "/account", "/docs", "/docs/configuration", `${SETTINGS}/general`, `${SETTINGS}/members`],
    ...[
      `${SETTINGS}/projects`,
      ...["chat", "crm", "events", "api-keys", "audit"].map((at) => `${INTEGRATIONS}/${at}`),
    ],
    ...[
      "deliveries",
      "deliveries?q=canary",
      "audit/export",
      "deliveries/export",
      "deliveries/export?format=json",
    ].map((at) => `${INTEGRATIONS}/${at}`),
    ...["channels?kind=crm", "channels?kind=chat", "channels/activity"].map((at) => `${INTEGRATIONS}/${at}`),
    ...deliveries.map((id) => `${INTEGRATIONS}/deliveries/${id}`),
  ];
  for (const path of paths) {
    const answer = await page.request.get(path);
    expect([200, 404], path).toContain(answer.status());
    seen.set(path, `${JSON.stringify(answer.headersArray())}${await answer.text()}`);
  }
}

async function readAnswers(deliveries: readonly string[], seen: Map<string, string>): Promise<void> {
  const lists = ["channels", "deliveries", "events", "projects", "event-types", "openapi.json"];
  for (const path of [...lists, ...deliveries.map((id) => `deliveries/${id}`)]) {
    const answer = await product.call("GET", `/${path}`);
    seen.set(`GET /api/v1/${path}`, JSON.stringify(answer));
  }
  const metrics = await fetch(`${product.origin}/api/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  expect(metrics.status).toBe(200);
  seen.set("metrics", await metrics.text());
  seen.set("ready", await (await fetch(`${product.origin}/api/ready`)).text());
}

const last = (link: string): string => link.split("/").at(-1) ?? "";
