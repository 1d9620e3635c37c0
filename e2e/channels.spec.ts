import type { Page } from "@playwright/test";
import { verify } from "@/lib/client/verify";
import { ACCEPTED_URLS, REFUSED_URLS } from "@/lib/operations/testing/refused-urls";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { CHAT, deleteChannels, openNewChannel, pickEvent, saveForSecret } from "./fixtures/channels";
import { rowOf, unique } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const LOG = "/acme/settings/integrations/deliveries";

/** Names of this run's channels. */
const made = new Set<string>();
test.afterEach(({ api }) => deleteChannels(api, made));

/** Adds a webhook channel for new tasks through the dialog; answers the secret that it showed. */
async function addWebhook(page: Page, { url, name }: { url: string; name: string }): Promise<string> {
  made.add(name);
  const dialog = await openNewChannel(page, "webhook");
  await dialog.getByLabel("Endpoint URL").fill(url);
  await dialog.getByLabel("Name").fill(name);
  await pickEvent(dialog, "Task created");
  await expect(dialog.getByText(/^1 of \d+ selected/)).toBeVisible();
  return saveForSecret(dialog);
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
    await expect(page.getByText("Attempt 2", { exact: true })).toBeVisible();
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
  await page.getByRole("button", { name: "Event type: all" }).click();
  await page.getByLabel("Search event types").fill("task created");
  await page.keyboard.press("Enter");
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
  const dialog = await openNewChannel(page, "webhook");
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
    await page.route(`**${CHAT}`, (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.getByRole("switch", { name }).click();
    await expect(page.getByText(`${name} could not be switched on`)).toBeVisible();
    await expect(page.getByRole("switch", { name })).not.toBeChecked();
    await page.unroute(`**${CHAT}`);
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
  const dialog = await openNewChannel(page, "webhook");
  await dialog.getByRole("button", { name: "Use an inspector" }).click();
  const opened = context.waitForEvent("page");
  await dialog.getByRole("link", { name: "Open the inspector" }).click();
  const inspector = await opened;
  await expect(inspector.getByText("Nothing has arrived yet")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await saveForSecret(dialog);
  await page.getByRole("button", { name: `Test ${name}` }).click();
  await expect(inspector.getByText("Signature verified")).toBeVisible();
});

for (const provider of PROVIDER_IDS) {
  test(`for ${provider}, whatever is wrong with a URL is said at its field with the remedy`, async ({
    page,
    signIn,
    baseURL,
  }) => {
    const name = `Refused ${unique()}`;
    made.add(name);
    await signIn("owner");
    const dialog = await openNewChannel(page, provider);
    const url = dialog.getByLabel(provider === "webhook" ? "Endpoint URL" : "Webhook URL");
    await dialog.getByLabel("Name").fill(name);
    for (const refused of REFUSED_URLS.filter((candidate) => candidate.provider === provider)) {
      await test.step(refused.fault, async () => {
        await url.fill(refused.url.replace("{own}", baseURL ?? ""));
        await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
        await expect(dialog.getByText(refused.message, { exact: true })).toBeVisible();
        await expect(url).toHaveAttribute("aria-invalid", "true");
        await expect(url).toBeFocused();
      });
    }
    await test.step("what the provider hands out is saved", async () => {
      await url.fill(ACCEPTED_URLS[provider]);
      await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
      if (provider === "webhook") await dialog.getByRole("button", { name: "I have stored it" }).click();
      await expect(dialog).toBeHidden();
      await expect(rowOf(page, name)).toContainText(
        `${provider === "teams" ? "powerplatform.com:443" : ""}/…`,
      );
    });
  });
}

test("an admin adds a Slack channel with plain links, in German, and a Teams channel that follows the workspace", async ({
  page,
  signIn,
  receiver,
  checkAccessibility,
}) => {
  const [slack, teams] = [`Lernende ${unique()}`, `Academy ${unique()}`];
  made.add(slack).add(teams);
  const sentTo = async (path: string, name: string) => {
    await page.getByRole("button", { name: `Test ${name}` }).click();
    await expect(page.getByText("The test arrived")).toBeVisible();
    await page.getByRole("button", { name: "Done" }).click();
    return (await receiver.waitFor(1, { path })).at(-1)?.body ?? "";
  };
  await signIn("admin");

  await test.step("Slack", async () => {
    const dialog = await openNewChannel(page, "slack");
    await dialog.getByLabel("Webhook URL").fill(receiver.url("/slack"));
    await dialog.getByLabel("Name").fill(slack);
    await pickEvent(dialog, "Assignment created");
    await dialog.getByRole("button", { name: /^Card options/ }).click();
    await dialog.getByLabel("Links").selectOption("Plain links");
    await dialog.getByLabel("Language and region").selectOption("de-DE");
    await dialog.getByLabel("Time zone").selectOption("Europe/Berlin");
    await expect(dialog.getByRole("button", { name: /^Card options/ })).toContainText(
      "Plain links · de-DE · Europe/Berlin",
    );
    await expect(dialog.getByText("5. Juni 2026, 16:47 MESZ")).toBeVisible();
    await checkAccessibility(page);
    await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
    await expect(dialog).toBeHidden();
    const body = await sentTo("/slack", slack);
    expect(body).not.toContain('"type":"actions"');
    expect(body).toMatch(/MESZ|MEZ/);
  });

  await test.step("Teams", async () => {
    const dialog = await openNewChannel(page, "teams");
    await dialog.getByLabel("Webhook URL").fill(receiver.url("/teams"));
    await dialog.getByLabel("Name").fill(teams);
    await expect(dialog.getByRole("button", { name: /^Card options/ })).toContainText("As the workspace");
    await dialog.getByRole("button", { name: /^Card options/ }).click();
    await expect(dialog.getByLabel("Links")).toHaveCount(0);
    await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
    await expect(dialog).toBeHidden();
    receiver.answer("/teams", { status: 202, body: "" });
    await page.getByRole("button", { name: `Test ${teams}` }).click();
    await expect(page.getByText(/Teams does not report whether the card was posted/)).toBeVisible();
    await page.getByRole("button", { name: "Done" }).click();
    expect((await receiver.waitFor(1, { path: "/teams" }))[0]?.body).toContain("AdaptiveCard");
  });

  await test.step("options can be given back to the workspace", async () => {
    await page.getByRole("button", { name: `Edit ${slack}`, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Card options/ }).click();
    await expect(dialog.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
    await dialog.getByLabel("Links").selectOption("Buttons");
    await dialog.getByLabel("Language and region").selectOption({ index: 0 });
    await dialog.getByLabel("Time zone").selectOption({ index: 0 });
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: `Edit ${slack}`, exact: true }).click();
    await expect(dialog.getByRole("button", { name: /^Card options/ })).toContainText("As the workspace");
  });
});

test("a channel is added, switched and deleted by keyboard alone, on a phone's width", async ({
  page,
  signIn,
  receiver,
}) => {
  const name = `By keys ${unique()}`;
  made.add(name);
  await page.setViewportSize({ width: 390, height: 800 });
  await signIn("owner");
  await page.goto(CHAT);
  const press = async (button: ReturnType<Page["getByRole"]>, key = "Enter") => {
    await button.focus();
    await page.keyboard.press(key);
  };
  await press(page.getByRole("button", { name: "Add Channel" }));
  const dialog = page.getByRole("dialog");
  await press(dialog.getByRole("button", { name: /Slack/ }));
  await expect(dialog.getByLabel("Webhook URL")).toBeFocused();
  await page.keyboard.type(receiver.url("/keys"));
  await page.keyboard.press("Tab");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  const toggle = page.getByRole("switch", { name: `${name} enabled` });
  await press(toggle, "Space");
  await expect(toggle).not.toBeChecked();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await press(page.getByRole("button", { name: `Delete ${name}` }));
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(rowOf(page, name)).toHaveCount(0);
});
