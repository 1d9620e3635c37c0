import type { Locator, Page } from "@playwright/test";
import { freePort } from "@/db/embedded/free-port";
import { unique } from "./fixtures/people";
import { expect, test as base } from "./fixtures/test";
import {
  apiWith,
  create,
  createKey,
  createWorkspace,
  sendEvent,
  settle,
  type OwnWorkspace,
} from "./fixtures/workspace";

let made: OwnWorkspace | undefined;

const test = base.extend<{ own: OwnWorkspace }>({
  /** One workspace for all stories of this file; each makes channels of its own and takes them away again. */
  own: async ({ page, signIn, baseURL }, provide) => {
    await signIn("owner");
    made ??= await createWorkspace(page, baseURL ?? "");
    await provide(made);
    const { data } = await (await made.api.get("/api/v1/channels?limit=100")).json();
    for (const { id } of data) expect((await made.api.delete(`/api/v1/channels/${id}`)).status()).toBe(204);
  },
});

interface Channel {
  id: string;
  name: string;
}

const addChannel = (own: OwnWorkspace, values: Record<string, unknown>): Promise<Channel> =>
  create(own.api, "/api/v1/channels", { kind: "crm", provider: "webhook", ...values });

const verdict = (page: Page, title: string) =>
  page
    .getByRole("main")
    .getByRole("paragraph")
    .filter({ hasText: new RegExp(`^${title}$`) });

/** The line of one channel on the path. */
const lineOf = (page: Page, channel: Channel) =>
  page.getByRole("region", { name: "Path" }).getByRole("listitem").filter({ hasText: channel.name }).last();

test("what was refused stands under Refused with its caller's error, and nowhere among the events", async ({
  page,
  own,
  baseURL,
}) => {
  test.slow();
  const name = `Retired ${unique()}`;
  const revoked = await apiWith(baseURL ?? "", await createKey(page, own.slug, { name, scopes: [] }));
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("textbox").fill(name);
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  const reader = await apiWith(
    baseURL ?? "",
    await createKey(page, own.slug, { name: `Reader ${unique()}`, scopes: ["read"], send: false }),
  );
  const good = { type: "task.created", data: { task: { id: "1", title: "Moor", status: "active" } } };
  const refusals = [
    { code: "revoked_api_key", call: revoked.post("/api/v1/events", { data: good }) },
    { code: "missing_scope", call: reader.post("/api/v1/events", { data: good }) },
    {
      code: "invalid",
      call: own.api.post("/api/v1/events", { data: { ...good, data: { task: { id: 7 } } } }),
    },
    { code: "invalid", call: own.api.post("/api/v1/events", { data: { ...good, type: "task.creatd" } }) },
  ];
  const answers = await Promise.all(
    refusals.map(async ({ code, call }) => ({ code, problem: await (await call).json() })),
  );

  await page.goto(`${own.integrations}/events?show=rejected`);
  for (const { code, problem } of answers) {
    expect(problem.code).toBe(code);
    const said = (problem.errors?.[0]?.message ?? problem.detail) as string;
    const item = page.getByRole("article").filter({ hasText: said });
    await expect(item).toContainText(`Refused ${problem.status}`);
    await expect(item).toContainText(problem.detail);
    for (const { path, message } of problem.errors ?? [])
      await expect(item).toContainText(`${path} ${message}`);
    await expect(item).toContainText("What to do:");
  }
  await expect(page.getByRole("article").filter({ hasText: name })).toContainText("Revoked");

  // Never sent looks different from refused: in neither list.
  await page.goto(`${own.integrations}/events?q=nothing-of-the-kind`);
  await expect(page.getByText("No accepted event matches these filters")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "refused", exact: true }).click();
  await expect(page.getByRole("article")).toHaveCount(answers.length);
  await page.goto(`${own.integrations}/events?show=rejected&q=task.creatd`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await Promise.all([revoked.dispose(), reader.dispose()]);
});

test("an event that matched nothing says which rule of which channel said no", async ({
  page,
  own,
  receiver,
}) => {
  const url = receiver.url("/never");
  const [mine, other] = await Promise.all(
    ["Pier", "Yard"].map((name) =>
      create<{ id: string; name: string }>(own.api, "/api/v1/projects", { name: `${name} ${unique()}` }),
    ),
  );
  const off = await addChannel(own, { name: "Switched off", url, enabled: false });
  const types = await addChannel(own, {
    name: "Other types",
    url,
    eventTypes: ["doc.created", "doc.updated"],
  });
  const projects = await addChannel(own, { name: "Other project", url, projectIds: [other?.id] });
  const id = await sendEvent(own.api, "Paint the hull", { projectId: mine?.id });
  await settle(own.api, id);

  await page.goto(`${own.integrations}/events?match=unmatched&q=${id}`);
  await expect(page.getByRole("row").filter({ hasText: "Paint the hull" })).toContainText(
    "None of 3 channels",
  );
  await page.goto(`${own.integrations}/events/${id}`);
  await expect(verdict(page, "Accepted, but it matched no channel")).toBeVisible();
  await expect(lineOf(page, off)).toContainText("The channel was switched off. It is still off.");
  await expect(lineOf(page, types)).toContainText(
    "task.created was not among its event types. Today it takes doc.created, doc.updated.",
  );
  await expect(lineOf(page, projects)).toContainText(`Limited to other projects than ${mine?.name}.`);
  await expect(page.getByRole("listitem").filter({ hasText: "Attempt" })).toHaveCount(0);
  expect(receiver.requests("/never")).toEqual([]);

  // Today's rules stand beside yesterday's decision.
  expect((await own.api.patch(`/api/v1/channels/${off.id}`, { data: { enabled: true } })).status()).toBe(200);
  await page.reload();
  await expect(lineOf(page, off)).toContainText("Today it is on.");
  await expect(lineOf(page, off)).toContainText("Would match now");
});

test("a failure before sending and a receiver's error look different and lead to their deliveries", async ({
  page,
  own,
  receiver,
}) => {
  test.slow();
  receiver.answer("/broken", { status: 500, body: "out of memory" });
  const closed = `http://127.0.0.1:${await freePort()}/`;
  const unreachable = await addChannel(own, {
    name: "Unreachable",
    url: closed,
    eventTypes: ["task.created"],
  });
  const angry = await addChannel(own, {
    name: "Angry",
    url: receiver.url("/broken"),
    eventTypes: ["task.updated"],
  });
  const unsent = await sendEvent(own.api, "Scrape the keel");
  const task = { id: "task_1", title: "Scrape the keel", status: "active" };
  const changes = { status: { from: "new", to: "active" } };
  const answered = await sendEvent(own.api, "", { type: "task.updated", data: { task, changes } });
  await Promise.all([settle(own.api, unsent), settle(own.api, answered)]);

  await page.goto(`${own.integrations}/events/${unsent}`);
  await expect(verdict(page, "Failed before sending to Unreachable")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Nothing accepts connections at this host and port");
  await expect(lineOf(page, unreachable)).toContainText("Not sent");
  await expect(page.getByRole("main").getByText("Not matched")).toHaveCount(1);

  await page.goto(`${own.integrations}/events/${answered}`);
  await expect(verdict(page, "Angry answered with an error")).toBeVisible();
  await expect(lineOf(page, angry)).toContainText("Answered");
  const attempts = page.getByRole("list", { name: "Attempts" }).getByRole("listitem");
  await expect(attempts).toHaveCount(6);
  await expect(attempts.first()).toContainText("HTTP 500");
  await page.getByRole("link", { name: "Delivery to Angry" }).click();
  await page.waitForURL(/\/deliveries\/whd_/);
});

test("a replay to one chosen channel reaches that receiver only; one that matches since gets its first", async ({
  page,
  own,
  receiver,
}) => {
  const paths = ["/chosen", "/spared", "/later"].map((path) => `${path}-${unique()}`);
  const [chosen = "", spared = "", later = ""] = paths;
  const first = await addChannel(own, { name: "Chosen", url: receiver.url(chosen) });
  await addChannel(own, { name: "Spared", url: receiver.url(spared) });
  const id = await sendEvent(own.api, "Trim the sails");
  await settle(own.api, id);
  await addChannel(own, { name: "Later", url: receiver.url(later) });
  await addChannel(own, { name: "Docs only", url: receiver.url("/x"), eventTypes: ["doc.created"] });

  await page.goto(`${own.integrations}/events/${id}`);
  await expect(verdict(page, "Delivered")).toBeVisible();
  await page.getByRole("button", { name: "Replay…" }).click();
  const dialog = page.getByRole("dialog");
  const choice = (name: string) => dialog.getByRole("listitem").filter({ hasText: name });
  await expect(choice("Chosen")).toContainText("One more attempt of its delivery, same ids");
  await expect(choice("Later")).toContainText("A new delivery: it matches now");
  await expect(choice("Docs only")).toContainText("It does not take this event type");
  await expect(dialog.getByRole("checkbox", { name: /^Docs only/ })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /^Spared/ }).uncheck();
  await dialog.getByRole("checkbox", { name: /^Later/ }).uncheck();
  await dialog.getByRole("button", { name: "Send again to 1 channel" }).click();
  await expect(dialog).toBeHidden();
  await receiver.waitFor(2, { path: chosen });
  await expect(lineOf(page, first)).toContainText("Manual");
  const [original, again] = receiver.requests(chosen);
  expect(again?.headers["webhook-id"]).toBe(original?.headers["webhook-id"]);
  expect(again?.body).toBe(original?.body);
  expect(receiver.requests(spared)).toHaveLength(1);
  expect(receiver.requests(later)).toHaveLength(0);

  await page.getByRole("button", { name: "Replay…" }).click();
  await dialog.getByRole("button", { name: "Choose none" }).click();
  await expect(dialog.getByRole("button", { name: "Send again" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /^Later/ }).check();
  await dialog.getByRole("button", { name: "Send again to 1 channel" }).click();
  await receiver.waitFor(1, { path: later });
  await expect(page.getByRole("region", { name: "Path" })).toContainText("3 of 3 channels matched.");
  expect(receiver.requests(chosen)).toHaveLength(2);
});

/** Types into the search until the list follows: a page takes no input before its script has loaded. */
const search = (page: Page, text: string, rows: Locator, count: number) =>
  expect(async () => {
    const box = page.getByLabel("Search: event id, delivery id or words");
    await box.fill("");
    await box.fill(text);
    await expect(rows).toHaveCount(count, { timeout: 5_000 });
  }).toPass({ timeout: 40_000 });

test("the log is searched, narrowed in the address and read page by page", async ({ page, own }) => {
  test.slow();
  const word = `quay${unique()}`;
  const events = Array.from({ length: 52 }, (_, index) => ({
    type: "task.created",
    data: { task: { id: `t${index}`, title: `${word} berth${index}x`, status: "active" } },
  }));
  expect((await own.api.post("/api/v1/events", { data: { events } })).status()).toBe(202);
  const submission = { id: "s1", submitter: { name: "Ada", email: "ada@acme.test" }, answers: [] };
  const form = { type: "form.submitted", data: { form: { id: "f1", title: word }, submission } };
  await sendEvent(own.api, "", form);
  const rows = page.getByRole("table").getByRole("row").filter({ hasText: word });

  await page.goto(`${own.integrations}/events`);
  await search(page, `${word} berth17x`, rows, 1);
  await expect(page).toHaveURL(new RegExp(`q=${word}`));
  await search(page, word, rows, 50);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(rows).toHaveCount(50);

  await page.getByRole("button", { name: "Event type: all" }).click();
  await page.getByRole("option", { name: "form.submitted" }).click();
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/type=form\.submitted/);

  const task = await sendEvent(own.api, `${word} alone`, { idempotencyKey: `key-${word}` });
  await page.goto(`${own.integrations}/events?q=${task}`);
  await expect(rows).toHaveCount(1);
  await rows.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("task.created");
  await expect(page.getByRole("main")).toContainText(`key-${word}`);
  await page.getByRole("link", { name: "Open in Card Simulator" }).click();
  await expect(page.getByRole("main")).toContainText(`${word} alone`);

  await page.goto(`${own.integrations}/events/evt_${"0".repeat(8)}`);
  await expect(page.getByRole("heading", { name: "No such event" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("older than 30 days");
});

test("the logs and the path are accessible in both themes and fit a phone", async ({
  page,
  own,
  receiver,
  checkAccessibility,
}) => {
  test.slow();
  receiver.answer("/down", { status: 503 });
  for (let index = 0; index < 22; index++) {
    const name = `Berth ${index}`;
    await addChannel(own, { name, url: receiver.url("/up"), eventTypes: ["doc.created"] });
  }
  await addChannel(own, { name: "Up", url: receiver.url("/up") });
  await addChannel(own, { name: "Down", url: receiver.url("/down") });
  const id = await sendEvent(own.api, "Ring the bell");
  await settle(own.api, id);
  await own.api.post("/api/v1/events", { data: { type: "bell.rung", data: {} } });
  const open = [
    () => page.goto(`${own.integrations}/events`),
    () => page.goto(`${own.integrations}/events?show=rejected`),
    () => page.goto(`${own.integrations}/events/${id}`),
  ];
  for (const visit of open) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await checkAccessibility(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  }
  // Many channels are folded by what they have in common.
  const folded = page.getByText("22 channels not matched: task.created was not among its event types");
  await expect(page.getByText("Berth 7")).toBeHidden();
  await folded.click();
  await expect(page.getByText("Berth 7")).toBeVisible();
  await page.getByRole("button", { name: "Replay…" }).click();
  await expect(page.getByRole("dialog").getByRole("checkbox").first()).toBeVisible();
  await checkAccessibility(page);
});
