import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { verify } from "@/lib/client/verify";
import { expect, test } from "./fixtures/test";

const LIST = "/acme/settings/integrations/chat";
const LOG = "/acme/settings/integrations/deliveries";

const unique = (): string => randomBytes(4).toString("hex");
const rowOf = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: name });

/** Names of this run's channels: what points to a receiver that is gone would fail in every later story. */
const made = new Set<string>();

test.afterEach(async ({ api }) => {
  const { data } = (await (await api.get("/api/v1/channels")).json()) as {
    data: { id: string; name: string }[];
  };
  for (const { id, name } of data) {
    if (made.has(name)) expect((await api.delete(`/api/v1/channels/${id}`)).status()).toBe(204);
  }
});

/** Adds a webhook channel for new tasks through the dialog; answers the secret that it showed. */
async function addWebhook(page: Page, { url, name }: { url: string; name: string }): Promise<string> {
  made.add(name);
  await page.goto(LIST);
  await page.getByRole("button", { name: "Add Channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Webhook \(Custom\)/ }).click();
  await dialog.getByLabel("Endpoint URL").fill(url);
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Search events").fill("task created");
  await dialog.getByRole("button", { name: "Task created" }).click();
  await expect(dialog.getByText(/^1 of \d+ selected/)).toBeVisible();
  await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
  const secret = await dialog.getByLabel("Signing secret").innerText();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(dialog).toBeHidden();
  return secret;
}

const TASK = {
  type: "task.created",
  data: { task: { id: "task_1", title: "Call Harbour Logistics back", status: "active" } },
};

test("an owner adds a webhook, tests it, posts an event and reads what became of it", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const name = `Warehouse ${unique()}`;
  const path = `/hook-${unique()}`;
  await signIn("owner");
  const secret = await addWebhook(page, { url: receiver.url(path), name });
  expect(secret).toMatch(/^whsec_/);

  await test.step("the secret is never shown again", async () => {
    await page.reload();
    await expect(rowOf(page, name)).toBeVisible();
    expect(await page.content()).not.toContain(secret);
  });

  await test.step("a test reaches this channel and shows the real answer", async () => {
    receiver.answer(path, { status: 200, body: "thank you" });
    await page.getByRole("button", { name: `Test ${name}` }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("The test arrived")).toBeVisible();
    await expect(dialog.getByRole("region", { name: "Answer" })).toHaveText("thank you");
    const [request] = await receiver.waitFor(1, { path });
    expect(request?.headers["x-carillon-test"]).toBe("1");
    await dialog.getByRole("link", { name: "See the delivery" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered");
  });

  await test.step("an event arrives, signed with the secret", async () => {
    const posted = await api.post("/api/v1/events", { data: TASK });
    expect(posted.status()).toBe(202);
    const { id } = (await posted.json()) as { id: string };
    const [, request] = await receiver.waitFor(2, { path });
    if (!request) throw new Error("The event did not arrive.");
    expect(await verify(request, secret)).toMatchObject({ test: false, event: { id } });
  });

  await test.step("the log has it, and its page has the attempt", async () => {
    await page.goto(LOG);
    const row = page.getByRole("row").filter({ hasText: name }).first();
    await expect(row).toContainText("Delivered");
    await expect(row).toContainText("1 of 6");
    await row.getByRole("link").click();
    const attempt = page.getByRole("group").filter({ hasText: "Attempt 1" });
    await expect(attempt).toContainText("HTTP 200");
    await expect(attempt.getByRole("region", { name: "Response body" })).toHaveText("thank you");
    await attempt.getByRole("tab", { name: "Request" }).click();
    await expect(attempt.getByRole("region", { name: "Request headers" })).toContainText("x-aamu-signature");
    await expect(attempt.getByRole("region", { name: "Request body" })).toContainText(
      "Call Harbour Logistics back",
    );
  });

  await test.step("a person sends it again", async () => {
    await page.getByRole("button", { name: "Retry now" }).click();
    await expect(page.getByText("Attempt 2")).toBeVisible();
    await expect(page.getByText("Manual", { exact: true })).toBeVisible();
    await receiver.waitFor(3, { path });
  });
});

test("a failing receiver is explained, and filters find the delivery", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const name = `Failing ${unique()}`;
  const path = `/hook-${unique()}`;
  receiver.answer(path, { status: 503, body: "down for maintenance" });
  await signIn("admin");
  await addWebhook(page, { url: receiver.url(path), name });
  expect((await api.post("/api/v1/events", { data: TASK })).status()).toBe(202);
  await receiver.waitFor(2, { path, timeoutMs: 45_000 });

  await page.goto(LOG);
  await page.getByLabel("Channel").selectOption({ label: name });
  await expect(page).toHaveURL(/channel=chn_/);
  await page.getByLabel("Event type").selectOption("task.created");
  await expect(page).toHaveURL(/type=task\.created/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText("HTTP 503");
  await page.getByRole("row").nth(1).getByRole("link").click();

  const attempt = page.getByRole("group").filter({ hasText: "Attempt 1" });
  await attempt.getByText("Attempt 1").click();
  await expect(attempt).toContainText("http_status");
  await expect(attempt.getByRole("region", { name: "Response body" })).toHaveText("down for maintenance");
});

test("an unsaved channel can be tested, and what is wrong is said at the field", async ({
  page,
  signIn,
  receiver,
}) => {
  const path = `/hook-${unique()}`;
  await signIn("owner");
  await page.goto(LIST);
  await page.getByRole("button", { name: "Add Channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Webhook \(Custom\)/ }).click();
  const url = dialog.getByLabel("Endpoint URL");
  await url.fill("http://10.0.0.1/hook");
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(url).toHaveAttribute("aria-invalid", "true");

  receiver.answer(path, { status: 404, body: "no such hook" });
  await url.fill(receiver.url(path));
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText("status 404")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Answer" })).toHaveText("no such hook");
  await expect(url).not.toHaveAttribute("aria-invalid");
});

test("a channel is switched, edited and deleted", async ({ page, signIn, receiver }) => {
  const name = `Short-lived ${unique()}`;
  await signIn("owner");
  await addWebhook(page, { url: receiver.url(`/hook-${unique()}`), name });

  await test.step("off, and off after a reload", async () => {
    await page.getByRole("switch", { name }).click();
    await expect(rowOf(page, name)).toContainText("Off");
    await expect(page.getByRole("switch", { name })).not.toBeChecked();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("switch", { name })).not.toBeChecked({ timeout: 500 });
    }).toPass();
  });

  await test.step("back to off when the server can't be asked", async () => {
    await page.route(`**${LIST}`, (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.getByRole("switch", { name }).click();
    await expect(page.getByText(`${name} could not be switched on`)).toBeVisible();
    await expect(page.getByRole("switch", { name })).not.toBeChecked();
    await page.unroute(`**${LIST}`);
  });

  const renamed = `${name} renamed`;
  made.add(renamed);
  await test.step("renamed, its URL kept", async () => {
    await page.getByRole("button", { name: `Edit ${name}` }).click();
    await page.getByRole("dialog").getByLabel("Name").fill(renamed);
    await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
    await expect(rowOf(page, renamed)).toContainText(`http://127.0.0.1:${receiver.port}/`);
  });

  await test.step("deleted once its name was typed", async () => {
    await page.getByRole("button", { name: `Delete ${renamed}` }).click();
    const dialog = page.getByRole("alertdialog");
    const confirm = dialog.getByRole("button", { name: "Delete channel" });
    await expect(confirm).toBeDisabled();
    await dialog.getByRole("textbox").fill(renamed);
    await confirm.click();
    await expect(rowOf(page, renamed)).toHaveCount(0);
    await page.reload();
    await expect(rowOf(page, renamed)).toHaveCount(0);
  });
});

test("a new inspector receives a test and shows it verified", async ({ page, signIn, context }) => {
  const name = `Inspected ${unique()}`;
  made.add(name);
  await signIn("owner");
  await page.goto(LIST);
  await page.getByRole("button", { name: "Add Channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Webhook \(Custom\)/ }).click();
  await dialog.getByRole("button", { name: "Use an inspector" }).click();
  const opened = context.waitForEvent("page");
  await dialog.getByRole("link", { name: "Open the inspector" }).click();
  const inspector = await opened;
  await expect(inspector.getByText("Nothing has arrived yet")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: `Test ${name}` }).click();
  await expect(inspector.getByText("Signature verified")).toBeVisible();
});
