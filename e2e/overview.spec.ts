import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";
import { create, createWorkspace, sendEvent, settle } from "./fixtures/workspace";

/** A tile's number as it is shown, by the tile's name. */
const tile = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name, exact: true }).locator("xpath=following-sibling::span");

/** How many deliveries the API counts, of one status or of all. */
async function counted(api: APIRequestContext, status?: string): Promise<number> {
  const narrowed = status === undefined ? "" : `&status=${status}`;
  const { data } = await (await api.get(`/api/v1/deliveries?limit=100${narrowed}`)).json();
  return (data as { test: boolean }[]).filter(({ test: isTest }) => !isTest).length;
}

const rows = (page: Page, name: string) =>
  page.getByRole("region", { name, exact: true }).locator("tbody tr");

test("a new workspace is shown the way; then its numbers are what was sent, and each leads to its rows", async ({
  page,
  signIn,
  receiver,
  baseURL,
  checkAccessibility,
}) => {
  test.slow();
  await signIn("owner");
  const own = await createWorkspace(page, baseURL ?? "");
  await page.goto(`/${own.slug}`);
  await expect(page.getByText("Begin with a channel")).toBeVisible();
  await expect(page.getByRole("region", { name: "Command", exact: true })).toContainText("/api/v1/events");

  receiver.answer("/broken", { status: 500 });
  const webhook = { kind: "crm", provider: "webhook" };
  const good = { ...webhook, name: "Good", url: receiver.url("/good") };
  const broken = { ...webhook, name: "Broken", url: receiver.url("/broken"), eventTypes: ["task.updated"] };
  const { id: channelId } = await create<{ id: string }>(own.api, "/api/v1/channels", good);
  await create(own.api, "/api/v1/channels", broken);
  const task = { id: "t1", title: "Haul the rope", status: "active" };
  const updated = {
    type: "task.updated",
    data: { task, changes: { status: { from: "new", to: "active" } } },
  };
  const ids = await Promise.all([
    ...["a", "b", "c"].map((title) => sendEvent(own.api, title)),
    ...["d", "e"].map((title) => sendEvent(own.api, title, updated)),
  ]);
  await Promise.all(ids.map((id) => settle(own.api, id)));
  // A test is none of what happened.
  expect((await own.api.post(`/api/v1/channels/${channelId}/test`)).status()).toBe(200);

  await page.goto(`/${own.slug}?range=1h`);
  await expect(tile(page, "Events")).toHaveText("5");
  await expect(tile(page, "Delivered")).toHaveText(String(await counted(own.api, "delivered")));
  await expect(tile(page, "Delivered")).toHaveText("5");
  await expect(tile(page, "Failed")).toHaveText(String(await counted(own.api, "failed")));
  await expect(tile(page, "Failed")).toHaveText("2");
  await expect(tile(page, "Waiting")).toHaveText("0");
  await expect(tile(page, "Success rate")).toHaveText("71.4 %");
  await expect(tile(page, "Latency p95")).toHaveText(/^[\d.]+ m?s$/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await checkAccessibility(page);
  }

  const overview = page.url();
  for (const [name, list, count] of [
    ["Events", "Events", 5],
    ["Delivered", "Deliveries", 5],
    ["Failed", "Deliveries", 2],
    ["Success rate", "Deliveries", 7],
    ["Latency p50", "Deliveries", 7],
  ] as const) {
    await page.goto(overview);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await page.waitForURL(/\/(events|deliveries)\?/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(list);
    await expect(rows(page, list)).toHaveCount(count);
  }

  await page.goto(overview);
  const failing = page.getByRole("region", { name: "Failing channels" }).last();
  await failing.getByRole("link", { name: "Broken" }).click();
  await page.waitForURL(/status=failed/);
  await expect(rows(page, "Deliveries")).toHaveCount(2);

  // The bars are one stop of the Tab key; each says its numbers and leads to its stretch of time.
  await page.goto(overview);
  const bars = page.getByRole("list", { name: "Deliveries over time" }).getByRole("link");
  // The figures are streamed after the page's frame.
  await expect(bars.first()).toBeVisible();
  const totals = await bars.evaluateAll((links) =>
    links.map((link) =>
      [...(link.getAttribute("aria-label") ?? "").matchAll(/(\d+) (?:delivered|failed)/g)].reduce(
        (sum, [, number]) => sum + Number(number),
        0,
      ),
    ),
  );
  expect(totals.reduce((sum, number) => sum + number, 0)).toBe(7);
  await bars.last().focus();
  await page.keyboard.press("Home");
  await expect(bars.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/deliveries\?/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deliveries");
  await expect(rows(page, "Deliveries")).toHaveCount(totals[0] ?? 0);

  await page.goto(overview);
  await page.setViewportSize({ width: 390, height: 844 });
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "the last 7 days" }).click();
  await page.waitForURL(/range=7d/);
  await expect(tile(page, "Events")).toHaveText("5");
});
