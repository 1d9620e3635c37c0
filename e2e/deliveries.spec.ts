import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import { freePort } from "@/db/embedded/free-port";
import { unique } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const LOG = "/acme/settings/integrations/deliveries";

/** This run's channels: what points to a receiver that is gone would fail in every later story. */
const made: string[] = [];

test.afterEach(async ({ api }) => {
  for (const id of made.splice(0)) {
    expect((await api.delete(`/api/v1/channels/${id}`)).status()).toBe(204);
  }
});

interface NewChannel {
  url: string;
  name?: string;
  provider?: "webhook" | "slack" | "teams";
}

async function addChannel(api: APIRequestContext, { provider = "webhook", ...channel }: NewChannel) {
  const name = channel.name ?? `Dock ${unique()}`;
  const data = { kind: "chat", provider, name, url: channel.url, eventTypes: ["task.created"] };
  const answer = await api.post("/api/v1/channels", { data });
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  made.push(id);
  return { id, name };
}

/** Reports new tasks whose titles hold `word`, one after the other. */
async function report(api: APIRequestContext, word: string, count = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const task = { id: `task_${index}`, title: `Unload ${word} at gate-${index}`, status: "active" };
    const answer = await api.post("/api/v1/events", { data: { type: "task.created", data: { task } } });
    expect(answer.status()).toBe(202);
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}

interface ListedDelivery {
  id: string;
  eventId: string;
  status: string;
  attemptCount: number;
}

async function listOf(api: APIRequestContext, channelId: string): Promise<ListedDelivery[]> {
  const { data } = await (await api.get(`/api/v1/deliveries?channelId=${channelId}&limit=100`)).json();
  return data;
}

/** Waits until a channel has so many deliveries of a status; answers them, the newest first. */
async function settled(api: APIRequestContext, channelId: string, status: string, count = 1) {
  let found: ListedDelivery[] = [];
  await expect(async () => {
    found = (await listOf(api, channelId)).filter((delivery) => delivery.status === status);
    expect(found).toHaveLength(count);
  }).toPass({ timeout: 30_000 });
  return found;
}

const rows = (page: Page) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name });
/** The attempt that is open: the newest one. */
const step = (page: Page, name: string) =>
  page.getByRole("list", { name: "How far it came" }).first().getByRole("listitem").filter({ hasText: name });

/** What Slack answers when a webhook was removed: the delivery fails for good at its first attempt. */
const REMOVED = { status: 404, body: "no_service" };

test("what was never sent and what the receiver refused are told apart, in the log and on the delivery's page", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const word = unique();
  receiver.answer("/refuses", { status: 503, body: '{"error":"closed for stocktaking"}' });
  const dead = await addChannel(api, { url: `http://127.0.0.1:${await freePort()}/nobody` });
  const refusing = await addChannel(api, { url: receiver.url("/refuses") });
  await report(api, word);
  await settled(api, dead.id, "failed");
  await settled(api, refusing.id, "failed");
  await signIn("owner");

  await page.goto(`${LOG}?q=${word}`);
  await expect(rowOf(page, dead.name)).toContainText("Not sent: Connection refused");
  await expect(rowOf(page, refusing.name)).toContainText("Answered: HTTP 503");

  await rowOf(page, dead.name).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Failed");
  await expect(step(page, "Sent")).toContainText("no");
  await expect(step(page, "Answered")).toContainText("not reached");
  await expect(page.getByText("the server's own machine").first()).toBeVisible();
  await expect(page.getByText("Nothing was sent.").first()).toBeVisible();

  await page.goBack();
  await rowOf(page, refusing.name).getByRole("link").click();
  await expect(page.getByText("attempt 6 of 6")).toBeVisible();
  await expect(step(page, "Sent")).toContainText("yes");
  await expect(step(page, "Accepted")).toContainText("no");
  await expect(page.getByText("Answered 503 Service Unavailable").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Response body" }).first()).toContainText(
    '"error": "closed for stocktaking"',
  );
});

test("search, filters and a press on a bar narrow the log; the address says so, and chips lift it again", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const word = unique();
  const channel = await addChannel(api, { url: receiver.url("/narrow") });
  const [eventId] = await report(api, word, 2);
  await settled(api, channel.id, "delivered", 2);
  await signIn("owner");
  await page.goto(`${LOG}?channel=${channel.id}`);
  await expect(rows(page)).toHaveCount(2);
  const search = page.getByLabel("Search: delivery id, event id or words");

  // Each word may be any part of the text, and a mere 1 could be part of the unique one.
  await search.fill(`${word} gate-1`);
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`q=${word}`));
  await search.fill(eventId ?? "");
  await expect(rows(page)).toHaveCount(1);

  const filters = page.getByRole("group", { name: "Filters" });
  await filters.getByRole("button", { name: "Failed" }).click();
  await expect(page.getByText("No delivery matches these filters")).toBeVisible();
  await page.getByRole("button", { name: "Remove the filter Status: Failed" }).click();
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole("button", { name: /^Remove the filter Search/ }).click();
  await expect(page).not.toHaveURL(/q=/);
  await page.getByRole("button", { name: "Event type: all" }).click();
  await page.getByLabel("Search event types").fill("form subm");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No delivery matches these filters")).toBeVisible();
  await page.getByRole("button", { name: "Remove the filter Event type: form.submitted" }).click();
  await expect(rows(page)).toHaveCount(2);

  const bars = page.getByRole("list", { name: "Deliveries over time" }).getByRole("link");
  const whole = (await bars.first().getAttribute("href")) ?? "";
  await filters.getByRole("radio", { name: "Last 1h" }).click();
  await expect(page).toHaveURL(/range=1h/);
  // The address changes first, then the chart.
  await expect(bars.first()).not.toHaveAttribute("href", whole);
  await bars.first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=.*&to=/);
  await expect(page).not.toHaveURL(/range=/);
  await expect(page.getByRole("button", { name: /^Remove the filter Time/ })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();

  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(new RegExp(`${LOG}$`));
});

test("a range before retention says that what was older is gone", async ({ page, signIn }) => {
  await signIn("owner");
  await page.goto(`${LOG}?from=2020-01-01T00:00:00.000Z&to=2020-01-02T00:00:00.000Z`);
  await expect(page.getByText("Deliveries are kept 30 days").first()).toBeVisible();
  await expect(page.getByText("No delivery matches these filters")).toBeVisible();
  expect((await page.goto(`${LOG}/whd_none`))?.status()).toBe(404);
  await expect(page.getByText("Deliveries are kept 30 days")).toBeVisible();
});

test("the filtered log is saved as CSV and as JSON, with what the API lists", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const channel = await addChannel(api, { url: receiver.url("/export"), name: `=Dock "${unique()}", north` });
  const word = unique();
  const events = await report(api, word, 3);
  await settled(api, channel.id, "delivered", 3);
  const listed = (await listOf(api, channel.id)).filter(({ eventId }) => events.includes(eventId));
  await signIn("owner");
  await page.goto(`${LOG}?channel=${channel.id}&q=${word}`);
  const save = async (format: RegExp) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: format }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };

  const json = await save(/^JSON/);
  expect(json.name).toMatch(/^deliveries-acme-all-\d{8}T\d{6}Z\.json$/);
  expect(JSON.parse(json.text)).toEqual(listed);

  const csv = await save(/^CSV/);
  const [names, ...lines] = csv.text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  expect(names).toMatch(/^"id","created_at","status","event_id"/);
  expect(lines.map((line) => line.split(",")[0])).toEqual(listed.map(({ id }) => `"${id}"`));
  // A name that a spreadsheet would run stays a text.
  expect(lines[0]).toContain(`"'=Dock ""`);

  await signIn("member");
  expect((await page.request.get(`${LOG}/export`)).status()).toBe(403);
  expect((await page.request.get(`${LOG}/news?after=2026-01-01T00:00:00.000Z`)).status()).toBe(403);
});

test("new deliveries announce themselves without moving the rows, and shown ones change in place", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const path = `/live-${unique()}`;
  receiver.answer(path, [{ status: 429, headers: { "retry-after": "600" } }, {}]);
  const channel = await addChannel(api, { url: receiver.url(path) });
  await report(api, unique());
  await settled(api, channel.id, "retrying");
  await signIn("owner");
  await page.goto(`${LOG}?channel=${channel.id}`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Retrying");

  const [waiting] = await listOf(api, channel.id);
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await report(api, unique(), 2);
  await expect(page.getByRole("button", { name: "2 new deliveries – show" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);

  await test.step("a row on screen follows its delivery", async () => {
    const tab = await page.context().newPage();
    await tab.goto(`${LOG}/${waiting?.id}`);
    await tab.getByRole("button", { name: "Cancel…" }).click();
    await tab.getByRole("button", { name: "Cancel delivery" }).click();
    await expect(tab.getByRole("heading", { level: 1 })).toContainText("Cancelled");
    await tab.close();
    await expect(rows(page)).toContainText("Cancelled");
  });

  await page.getByRole("button", { name: "2 new deliveries – show" }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).last()).toContainText("Cancelled");
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
  await expect(page.getByRole("button", { name: /new deliver/ })).toHaveCount(0);
});

test("a waiting delivery counts down, can't be sent by hand until it is cancelled, and then arrives", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const path = `/wait-${unique()}`;
  receiver.answer(path, [{ status: 429, headers: { "retry-after": "600" }, body: "later" }, {}]);
  const channel = await addChannel(api, { url: receiver.url(path) });
  await report(api, unique());
  const [delivery] = await settled(api, channel.id, "retrying");
  await signIn("owner");
  await page.goto(`${LOG}/${delivery?.id}`);
  await expect(page.getByText("Attempt 2 of 6")).toBeVisible();
  await expect(page.getByText(/^in \d+ min$/).first()).toBeVisible();
  const retry = page.getByRole("button", { name: "Retry now" });
  await expect(retry).toBeDisabled();
  await expect(retry).toHaveAccessibleDescription(/cancel it first/);

  await page.getByRole("button", { name: "Cancel…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel delivery" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cancelled");

  await retry.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered");
  await expect(page.getByText("Manual")).toBeVisible();
  await expect(step(page, "Accepted")).toContainText("yes");
  const [first, second] = receiver.requests(path);
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(second?.body).toBe(first?.body);
});

test("the card of a chat message stands beside its JSON, and a webhook's request can be copied as curl", async ({
  page,
  signIn,
  api,
  receiver,
  context,
}) => {
  const word = unique();
  const teams = await addChannel(api, { provider: "teams", url: receiver.url("/teams-card") });
  const webhook = await addChannel(api, { url: receiver.url("/plain") });
  await report(api, word);
  const [card] = await settled(api, teams.id, "delivered");
  const [plain] = await settled(api, webhook.id, "delivered");
  await signIn("owner");
  await page.goto(`${LOG}/${card?.id}`);
  const message = page.getByRole("region", { name: "Message", exact: true });
  await expect(message.locator(".teams-post")).toContainText(`Unload ${word}`);
  await expect(message.getByRole("region", { name: "Message JSON" })).toContainText("AdaptiveCard");

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${LOG}/${plain?.id}`);
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByRole("button", { name: "Copy as curl" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  const [sent] = await receiver.waitFor(1, { path: "/plain" });
  expect(command).toContain(`-H 'webhook-id: ${plain?.id}'`);
  expect(command).toContain(`--data-binary '${sent?.body}'`);
  expect(command).not.toContain(receiver.url("/plain"));
});

test("a selection, and then everything that the filters match, is sent again with its count first and progress", async ({
  page,
  signIn,
  api,
  receiver,
  checkAccessibility,
}) => {
  test.slow();
  const path = `/again-${unique()}`;
  receiver.answer(path, REMOVED);
  const channel = await addChannel(api, { provider: "slack", url: receiver.url(path) });
  await report(api, unique(), 5);
  await settled(api, channel.id, "failed", 5);
  receiver.answer(path, {});
  await signIn("owner");
  await page.goto(`${LOG}?channel=${channel.id}`);

  await test.step("two of five, picked one by one", async () => {
    for (const index of [0, 1]) await rows(page).nth(index).getByRole("checkbox").check();
    await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Send again…" }).click();
    const dialog = page.getByRole("dialog", { name: "Send 2 deliveries again?" });
    await expect(dialog).toContainText("2 failed");
    await checkAccessibility(page);
    await dialog.getByRole("button", { name: "Send again" }).click();
    await expect(page).toHaveURL(/\/redeliveries\/rdl_/);
    await expect(page.getByRole("progressbar")).toHaveAccessibleName("Progress");
    await expect(page.getByText("2 of 2 · 2 succeeded")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Finished");
    await page.reload();
    await expect(page.getByText("2 of 2 · 2 succeeded")).toBeVisible();
    await checkAccessibility(page);
  });
  expect(receiver.requests(path)).toHaveLength(7);

  await test.step("everything that failed; what has arrived is not part of it", async () => {
    await page.goto(`${LOG}?channel=${channel.id}&status=failed`);
    await expect(rows(page)).toHaveCount(3);
    await page.getByRole("button", { name: "Send all matching again…" }).click();
    const dialog = page.getByRole("dialog", { name: "Send 3 deliveries again?" });
    await dialog.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByText("3 of 3 · 3 succeeded")).toBeVisible();
    await page.getByRole("link", { name: "this view of the log" }).click();
    await expect(page.getByText("No delivery matches these filters")).toBeVisible();
  });
  await settled(api, channel.id, "delivered", 5);
  expect(receiver.requests(path)).toHaveLength(10);

  await test.step("the list of jobs leads back", async () => {
    await page.getByRole("link", { name: "Redeliveries" }).click();
    await expect(
      page.getByRole("listitem").filter({ hasText: "3 of 3 · 3 succeeded" }).first(),
    ).toBeVisible();
    await checkAccessibility(page);
  });
});

test("what can't be sent again is counted with its reason before anything happens", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const path = `/off-${unique()}`;
  const channel = await addChannel(api, { url: receiver.url(path) });
  await report(api, unique());
  const [delivery] = await settled(api, channel.id, "delivered");
  expect((await api.patch(`/api/v1/channels/${channel.id}`, { data: { enabled: false } })).status()).toBe(
    200,
  );
  await signIn("owner");
  await page.goto(`${LOG}?channel=${channel.id}`);
  await page.getByRole("button", { name: "Send all matching again…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("None of these deliveries can be sent again");
  await expect(dialog).toContainText("1 of a disabled channel");
  await expect(dialog.getByRole("button", { name: "Send again" })).toBeDisabled();
  await page.goto(`${LOG}/${delivery?.id}`);
  await expect(page.getByRole("button", { name: "Retry now" })).toHaveAccessibleDescription(/enable it/);
});

test("a running job is cancelled from its page, and what waits is not sent", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  test.slow();
  const path = `/slow-${unique()}`;
  receiver.answer(path, REMOVED);
  const channel = await addChannel(api, { provider: "slack", url: receiver.url(path) });
  await report(api, unique(), 30);
  await settled(api, channel.id, "failed", 30);
  // Ten at a time, seconds each: there is time to press a button.
  receiver.answer(path, { delayMs: 8_000 });
  await signIn("owner");
  await page.goto(`${LOG}?channel=${channel.id}`);
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Send again…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("30 deliveries sent again");
  await page.getByRole("button", { name: "Cancel…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop sending" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cancelled");
  await expect(page.getByText(/asked for: a selection/i)).toBeVisible();
});

test("log, delivery and redeliveries are accessible in the dark and fit a phone, with a selection and failing", async ({
  page,
  signIn,
  api,
  receiver,
  checkAccessibility,
}) => {
  test.slow();
  const path = `/look-${unique()}`;
  receiver.answer(path, REMOVED);
  const channel = await addChannel(api, { provider: "slack", url: receiver.url(path) });
  await report(api, unique());
  const [failed] = await settled(api, channel.id, "failed");
  await signIn("owner");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  const fits = async () => {
    await checkAccessibility(page);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  };
  await page.goto(`${LOG}?channel=${channel.id}&range=24h&status=failed&type=task.created`);
  await rows(page).first().getByRole("checkbox").check();
  await fits();
  await page.goto(`${LOG}/${failed?.id}`);
  await expect(page.getByRole("heading", { name: "Attempts" })).toBeVisible();
  await fits();
  await page.goto(`${LOG}/redeliveries`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Redeliveries");
  await fits();
});
