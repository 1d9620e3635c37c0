import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const LIST = "/acme/settings/integrations/chat";

/** Channels of this run, by name: they are removed when their story is told. */
const made = new Set<string>();

test.afterEach(async ({ api }) => {
  const { data } = (await (await api.get("/api/v1/channels?limit=100")).json()) as {
    data: { id: string; name: string }[];
  };
  for (const { id, name } of data) {
    if (made.has(name)) expect((await api.delete(`/api/v1/channels/${id}`)).status()).toBe(204);
  }
});

/** Adds a webhook channel that sends to a new inspector; answers its name and the inspector's page. */
async function addChannelWithInspector(page: Page): Promise<{ name: string; inspector: Page }> {
  const name = `Try-out ${randomBytes(4).toString("hex")}`;
  made.add(name);
  await page.goto(LIST);
  await page.getByRole("button", { name: "Add Channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Webhook \(Custom\)/ }).click();
  await dialog.getByRole("button", { name: "Use an inspector" }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Search events").fill("task created");
  await dialog.getByRole("button", { name: "Task created" }).click();
  const opened = page.context().waitForEvent("page");
  await dialog.getByRole("link", { name: "Open the inspector" }).click();
  const inspector = await opened;
  await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(dialog).toBeHidden();
  return { name, inspector };
}

async function sendTest(page: Page, name: string) {
  await page.getByRole("button", { name: `Test ${name}` }).click();
  return page.getByRole("dialog");
}

test("an inspector told to answer 503 fails a test, and told to answer 200 again lets it arrive", async ({
  page,
  signIn,
  checkAccessibility,
}) => {
  await signIn("owner");
  const { name, inspector } = await addChannelWithInspector(page);
  const answer = inspector.getByRole("region", { name: "What it answers" });

  await test.step("choose 503", async () => {
    await expect(answer.getByText("200, with “ok”")).toBeVisible();
    await answer.getByRole("button", { name: "Change" }).click();
    await answer.getByRole("radio", { name: "503" }).click();
    await expect(answer.getByLabel("Status")).toHaveValue("503");
    await checkAccessibility(inspector);
    await answer.getByRole("button", { name: "Save answer" }).click();
    await expect(inspector.getByText("The answer was saved")).toBeVisible();
    await expect(answer.getByText(/^503, with “try again later”/)).toBeVisible();
  });

  await test.step("a test shows 503, and the inspector shows the test, verified", async () => {
    const dialog = await sendTest(page, name);
    await expect(dialog.getByText("503").first()).toBeVisible();
    await expect(dialog.getByRole("region", { name: "Answer" })).toHaveText("try again later");
    await expect(inspector.getByText("Signature verified")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("set back, a test arrives", async () => {
    await inspector.reload();
    await answer.getByRole("button", { name: "Change" }).click();
    await answer.getByRole("button", { name: "Back to 200 ok" }).click();
    await expect(answer.getByText("200, with “ok”")).toBeVisible();
    const dialog = await sendTest(page, name);
    await expect(dialog.getByText("The test arrived")).toBeVisible();
  });
});

test("an answer that can't be given is refused at its field and changes nothing", async ({
  page,
  signIn,
}) => {
  await signIn("owner");
  const { inspector } = await addChannelWithInspector(page);
  const answer = inspector.getByRole("region", { name: "What it answers" });
  await answer.getByRole("button", { name: "Change" }).click();
  await answer.getByLabel("Status").fill("700");
  await answer.getByLabel("Delay in seconds").fill("60");
  await answer.getByRole("button", { name: "Save answer" }).click();
  await expect(answer.getByText("Choose a whole number from 200 to 599.")).toBeVisible();
  await expect(answer.getByText("Choose 0 to 15 seconds.")).toBeVisible();
  await expect(answer.getByLabel("Status")).toBeFocused();
  await answer.getByLabel("Status").fill("many");
  await answer.getByLabel("Delay in seconds").fill("0");
  await answer.getByRole("button", { name: "Save answer" }).click();
  await expect(answer.getByText("Choose a whole number from 200 to 599.")).toBeVisible();
  await inspector.reload();
  await expect(answer.getByText("200, with “ok”")).toBeVisible();
});

test("whoever only has the address may look, but sees no way to change the answer", async ({
  page,
  browser,
  signIn,
}) => {
  await signIn("owner");
  const { inspector } = await addChannelWithInspector(page);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(inspector.url());
  const answer = stranger.getByRole("region", { name: "What it answers" });
  await expect(answer.getByText("200, with “ok”")).toBeVisible();
  await expect(answer.getByText("Owners and admins of its workspace can change it.")).toBeVisible();
  await expect(answer.getByRole("button")).toHaveCount(0);
  expect(await stranger.content()).not.toContain("acme");
  await stranger.context().close();
  await signIn("member");
  await page.goto(inspector.url());
  await expect(page.getByText("Owners and admins of its workspace can change it.")).toBeVisible();
});

test("an unknown or ended inspector says so kindly, with 404", async ({ page, checkAccessibility }) => {
  const response = await page.goto("/inspector/nobody-has-this-one");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no inspector here any more");
  await checkAccessibility(page);
  expect((await page.request.get("/inspector/nobody-has-this-one/requests")).status()).toBe(404);
});
