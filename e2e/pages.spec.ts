import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const INTEGRATIONS = "/acme/settings/integrations";

/** Every page with something on it. Opened as an owner, who sees the most. */
const PAGES: { name: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: "overview", open: (page) => page.goto("/acme") },
  { name: "chat notifications", open: (page) => page.goto(`${INTEGRATIONS}/chat`) },
  { name: "CRM webhooks", open: (page) => page.goto(`${INTEGRATIONS}/crm`) },
  { name: "delivery log", open: (page) => page.goto(`${INTEGRATIONS}/deliveries`) },
  { name: "delivery", open: (page) => openDelivery(page) },
  { name: "Teams inspector", open: (page) => openInspector(page, "Teams") },
  { name: "Slack inspector", open: (page) => openInspector(page, "Slack") },
  { name: "webhook inspector", open: (page) => openInspector(page, "Webhook") },
  { name: "unknown page", open: (page) => page.goto(`${INTEGRATIONS}/deliveries/whd_none`) },
  { name: "choice of a provider", open: (page) => openAddChannel(page) },
  { name: "new Teams channel", open: (page) => openAddChannel(page, "Microsoft Teams") },
  { name: "new webhook", open: (page) => openAddChannel(page, "Webhook (Custom)") },
  { name: "channel to be edited", open: (page) => openDialog(page, "Edit") },
  { name: "channel to be deleted", open: (page) => openDialog(page, "Delete") },
  { name: "API keys", open: (page) => page.goto(`${INTEGRATIONS}/api-keys`) },
  { name: "new API key", open: (page) => openWith(page, `${INTEGRATIONS}/api-keys`, "Create key") },
  { name: "audit trail", open: (page) => openAuditEntry(page) },
  { name: "members", open: (page) => page.goto("/acme/settings/members") },
  { name: "new invitation", open: (page) => openWith(page, "/acme/settings/members", "Invite") },
  { name: "projects", open: (page) => page.goto("/acme/settings/projects") },
  { name: "general settings", open: (page) => page.goto("/acme/settings/general") },
  { name: "own account", open: (page) => page.goto("/account?from=acme") },
  { name: "new workspace", open: (page) => page.goto("/workspaces/new") },
  { name: "password link that can't be used", open: (page) => page.goto("/reset/none") },
];

async function openDelivery(page: Page): Promise<void> {
  await page.goto(`${INTEGRATIONS}/deliveries`);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Attempts" })).toBeVisible();
}

async function openInspector(page: Page, channel: string): Promise<void> {
  await page.goto(`${INTEGRATIONS}/chat`);
  const link = page
    .getByRole("listitem")
    .filter({ hasText: `${channel}:` })
    .getByRole("link", { name: /^See what/ });
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
}

async function openAddChannel(page: Page, provider?: string): Promise<void> {
  await page.goto(`${INTEGRATIONS}/chat`);
  await page.getByRole("button", { name: "Add Channel" }).click();
  if (provider !== undefined) await page.getByRole("button", { name: provider }).click();
}

async function openWith(page: Page, path: string, button: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: button, exact: true }).click();
}

async function openAuditEntry(page: Page): Promise<void> {
  await page.goto("/acme/settings/projects");
  await page
    .getByRole("button", { name: /^Archive / })
    .first()
    .click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.goto(`${INTEGRATIONS}/audit`);
  await page.getByRole("main").locator("summary").first().click();
}

async function openDialog(page: Page, action: string): Promise<void> {
  await page.goto(`${INTEGRATIONS}/crm`);
  await page
    .getByRole("button", { name: new RegExp(`^${action} `) })
    .first()
    .click();
}

test.beforeAll(async ({ api }) => {
  for (const type of ["assignment.completed", "task.created"]) {
    const types = await (await api.get("/api/v1/event-types")).json();
    const { sample } = types.data.find((candidate: { type: string }) => candidate.type === type);
    expect((await api.post("/api/v1/events", { data: { type, data: sample } })).status()).toBe(202);
  }
  await expect(async () => {
    const { data } = await (await api.get("/api/v1/deliveries?status=delivered")).json();
    expect(data.length).toBeGreaterThanOrEqual(8);
  }).toPass();
});

/** Accessible as the light and as the dark theme draw it. */
async function checkBothThemes(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /^(?!.*\bdark\b)/);
    await check(page);
  }
}

for (const { name, open } of PAGES) {
  test(`${name} is accessible in both themes and fits a phone`, async ({
    page,
    signIn,
    checkAccessibility,
  }) => {
    // Every rule on every element, twice: seconds on an idle machine, many on a busy one.
    test.slow();
    await signIn("owner");
    await open(page);
    await checkBothThemes(page, checkAccessibility);
    await page.setViewportSize({ width: 390, height: 844 });
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  });
}

test("the sign-in page is accessible in both themes", async ({ page, checkAccessibility }) => {
  await page.goto("/sign-in");
  await checkBothThemes(page, checkAccessibility);
});

test("what a member sees is accessible in both themes", async ({ page, signIn, checkAccessibility }) => {
  await signIn("member");
  await checkBothThemes(page, checkAccessibility);
  await page.goto(`${INTEGRATIONS}/chat`);
  await checkBothThemes(page, checkAccessibility);
});

test("the menu of a phone leads on and closes", async ({ page, signIn, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn("owner");
  await page.getByRole("button", { name: "Open the menu" }).click();
  await checkAccessibility(page);
  await page.getByRole("dialog").getByRole("link", { name: "Deliveries" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deliveries");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the form of a new webhook is opened and left by keyboard alone", async ({ page, signIn }) => {
  await signIn("owner");
  await page.goto(`${INTEGRATIONS}/crm`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Add Webhook" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Endpoint URL")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add Webhook" })).toBeFocused();
});
