import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { APIRequestContext, Page } from "@playwright/test";
import { PROBLEMS } from "@/lib/api/problem-codes";
import { ERROR_CODES } from "@/lib/delivery/status";
import { EVENT_TYPES } from "@/lib/events/types";
import { requireProgram, SNIPPET_FOLDER } from "@/lib/docs/snippets/testing/run-snippet";
import { target } from "./fixtures/target";
import { expect, test } from "./fixtures/test";

const run = promisify(execFile);

/** Paths of every page, as the sitemap names them. */
async function sitemap(request: APIRequestContext): Promise<string[]> {
  const response = await request.get("/docs/sitemap.xml");
  expect(response.status()).toBe(200);
  return [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = ""]) => new URL(url).pathname,
  );
}

test("every page opens without signing in, and no link within leads nowhere", async ({ request }) => {
  // Each page is made anew for its reader: some seventy of them.
  test.setTimeout(180_000);
  const paths = await sitemap(request);
  expect(paths.filter((path) => path.startsWith("/docs/events/"))).toHaveLength(EVENT_TYPES.length);
  const ids = new Map<string, Set<string>>();
  const links: { from: string; to: string }[] = [];
  for (const path of paths) {
    const response = await request.get(path);
    expect(`${path} ${response.status()}`).toBe(`${path} 200`);
    const html = await response.text();
    ids.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)));
    links.push(...[...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, to = ""]) => ({ from: path, to })));
  }
  expect(links.length).toBeGreaterThan(1000);
  const broken: string[] = [];
  const others = new Set<string>();
  for (const { from, to } of links) {
    if (/^https?:/.test(to)) continue;
    const { pathname, hash } = new URL(to, `http://docs.test${from}`);
    const anchors = ids.get(pathname);
    if (anchors === undefined) others.add(pathname);
    else if (hash !== "" && !anchors.has(decodeURIComponent(hash.slice(1)))) broken.push(`${from} → ${to}`);
  }
  for (const path of others) {
    const { status } = await request.get(path).then((response) => ({ status: response.status() }));
    if (status !== 200) broken.push(`${path} answers ${status}`);
  }
  expect(broken).toEqual([]);
});

test("every result of the search leads to a place that exists", async ({ request }) => {
  const entries = (await (await request.get("/docs/search-index")).json()) as { path: string }[];
  const byPage = new Map<string, string[]>();
  for (const { path } of entries) {
    const [page = "", anchor] = path.split("#");
    byPage.set(page, [...(byPage.get(page) ?? []), ...(anchor === undefined ? [] : [anchor])]);
  }
  const known = new Set(await sitemap(request));
  expect([...byPage.keys()].filter((page) => !known.has(page))).toEqual([]);
  for (const [page, anchors] of byPage) {
    if (anchors.length === 0) continue;
    const html = await (await request.get(page)).text();
    expect(anchors.filter((anchor) => !html.includes(` id="${anchor}"`))).toEqual([]);
  }
});

test("every code of the API and of an attempt has a line of its own among the errors", async ({
  request,
}) => {
  const html = await (await request.get("/docs/errors")).text();
  const codes = [...Object.keys(PROBLEMS), ...ERROR_CODES];
  expect(codes.filter((code) => !html.includes(` id="${code}"`))).toEqual([]);
});

test("an unknown page is 404 and keeps the reader in the documentation", async ({ page }) => {
  expect((await page.goto("/docs/nothing-here"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Event catalogue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Event catalogue" })).toBeVisible();
  expect((await page.goto("/docs/events/task.exploded"))?.status()).toBe(404);
});

/** Among them they hold every part that pages are made of. */
const PAGES = [
  "/docs",
  "/docs/events/assignment.completed",
  "/docs/signatures",
  "/docs/retries",
  "/docs/errors",
  "/docs/api/events",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`pages are accessible, ${colorScheme}`, async ({ page, checkAccessibility }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const path of PAGES) {
      await page.goto(path);
      await checkAccessibility(page);
    }
  });
}

test("pages are accessible on a phone", async ({ page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of PAGES.slice(0, 3)) {
    await page.goto(path);
    await checkAccessibility(page);
  }
});

test("every written page fits a phone's width", async ({ page, request }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of await sitemap(request)) {
    if (path.startsWith("/docs/events/")) continue;
    await page.goto(path);
    expect(`${path} ${await overflow(page)}`).toBe(`${path} 0`);
  }
});

/** Pixels by which the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/** Words of Microsoft's renderer, the schemas' library and the highlighter, which minifying leaves as they are. */
const HEAVY = /AdaptiveCard|ZodError|textmate/i;

test("an event type's page draws its three cards, and loads the renderer only then", async ({
  page,
  checkAccessibility,
}) => {
  const heavy: string[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    if (HEAVY.test(await response.text())) heavy.push(response.url());
  });
  await page.goto("/docs/events/assignment.completed", { waitUntil: "networkidle" });
  expect(heavy).toEqual([]);
  await page.getByRole("tab", { name: "Microsoft Teams" }).scrollIntoViewIfNeeded();
  const card = page.getByRole("tabpanel", { name: "Microsoft Teams" });
  await expect(card.getByText("Assignment completed")).toBeVisible();
  await expect(card.getByText("87/100")).toBeVisible();
  expect(heavy.length).toBeGreaterThan(0);
  await checkAccessibility(page);

  await page.getByRole("tab", { name: "Slack" }).click();
  await expect(page.getByTestId("slack-message").getByText("Ana Lovelace").first()).toBeVisible();
  await page.getByRole("tab", { name: "Webhook" }).click();
  const request = page.getByTestId("webhook-request");
  await expect(request.getByText("x-aamu-signature:")).toBeVisible();
  await expect(request.getByText(/^t=\d{13},v1=[0-9a-f]{64}$/)).toBeVisible();
  await checkAccessibility(page);
});

test("the search opens with / and ⌘K, finds a type and goes there by keyboard", async ({
  page,
  checkAccessibility,
}) => {
  await page.goto("/docs");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Search the documentation" });
  await expect(field).toBeFocused();
  await field.fill("status_changed");
  await expect(page.getByRole("option", { name: /helpdesk.ticket.status_changed/ })).toBeVisible();
  await checkAccessibility(page);
  await field.fill("ticket status");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/docs\/events\/helpdesk\.ticket\.status_changed$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("helpdesk.ticket.status_changed");

  await page.keyboard.press("ControlOrMeta+k");
  await expect(field).toBeFocused();
  await field.fill("idempotency_conflict");
  await page.getByRole("option", { name: /idempotency_conflict/ }).click();
  await expect(page).toHaveURL(/\/docs\/errors#idempotency_conflict$/);
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
});

test("a chosen language holds on other pages, and code is copied as it stands in its file", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/signatures");
  await page.getByRole("tablist", { name: "Verify x-aamu-signature" }).getByText("Python").click();
  await expect(page.getByRole("region", { name: "verify_standard.py" })).toBeVisible();
  await page.goto("/docs/sending-events");
  await expect(page.getByRole("region", { name: "send_event.py" })).toContainText("urllib.request");
  await page.getByRole("button", { name: "Copy send_event.py" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('"idempotencyKey": "tsk_207-created"');
});

test("on a phone, the menu leads everywhere and the page tells its contents", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/docs");
  await page.getByRole("button", { name: "Open the menu" }).click();
  const menu = page.getByRole("dialog");
  await menu.getByRole("link", { name: "Retries and redelivery" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Retries and redelivery" })).toBeVisible();
  await expect(menu).toBeHidden();
  await page.getByText("On this page").first().click();
  await page.getByRole("link", { name: "Retry-After", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Retry-After" })).toBeInViewport();
});

test("the contents mark what is being read, and the theme can be changed", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/docs/retries");
  const contents = page.getByRole("navigation", { name: "On this page" });
  await contents.getByRole("link", { name: "Sending again by hand" }).click();
  await expect(contents.getByRole("link", { name: "Sending again by hand" })).toHaveAttribute(
    "aria-current",
    "location",
  );
  const dark = page.getByRole("button", { name: "Use the dark theme" });
  await dark.click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
});

test("the documented ways to send an event work, and report the same one", async ({ api }) => {
  requireProgram("python3", "--version", "Install Python 3.9 or later.");
  requireProgram("curl", "--version", "Install curl.");
  const { baseURL, apiKey } = await target();
  const env = {
    ...process.env,
    CARILLON_URL: baseURL,
    CARILLON_API_KEY: apiKey,
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const commands = [
    ["sh", "send-event.sh"],
    ["python3", "send_event.py"],
    [process.execPath, "--import", "tsx", "send-event.ts"],
  ];
  const ids: (string | undefined)[] = [];
  for (const [program = "", ...args] of commands) {
    const file = join(SNIPPET_FOLDER, args.pop() ?? "");
    const { stdout } = await run(program, [...args, file], { env });
    ids.push(/evt_[0-9a-f-]+/.exec(stdout)?.[0]);
  }
  expect(ids[0]).toBeDefined();
  expect(new Set(ids).size).toBe(1);
  const event = (await (await api.get(`/api/v1/events/${ids[0]}`)).json()) as Record<string, unknown>;
  expect(event).toMatchObject({ type: "task.created", idempotencyKey: "tsk_207-created" });
});
