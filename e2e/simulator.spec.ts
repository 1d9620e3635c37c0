import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { verify } from "@/lib/client/verify";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { expect, test } from "./fixtures/test";

const SIMULATOR = "/acme/settings/integrations/simulator";
const unique = (): string => randomBytes(4).toString("hex");

const editor = (page: Page) => page.getByLabel("Event data as JSON");
const teams = (page: Page) => page.getByTestId("teams-card");
const slack = (page: Page) => page.getByTestId("slack-message");

/** Changes the text of the editor. */
async function edit(page: Page, change: (text: string) => string): Promise<void> {
  await editor(page).fill(change(await editor(page).inputValue()));
}

/** Everything that the page asks of anybody but the product. */
function foreignRequests(page: Page, baseURL: string | undefined): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== baseURL) foreign.push(url.href);
  });
  return foreign;
}

test("a card follows the data as it is typed, and mistakes are shown at their line", async ({
  page,
  signIn,
}) => {
  await signIn("owner");
  await page.goto(SIMULATOR);
  await expect(teams(page)).toContainText("Ana Lovelace");

  await edit(page, (text) => text.replace("Ana Lovelace", "Ada *King* <b>"));
  await expect(teams(page)).toContainText("Ada *King* <b>");

  await test.step("a field of the wrong type is named with its line, and the last card stays", async () => {
    await edit(page, (text) => text.replace(/"score": \d+/, '"score": "many"'));
    await expect(page.getByText(/Line \d+, data\.score: Must be a number/)).toBeVisible();
    await expect(teams(page)).toContainText("Ada *King* <b>");
    await expect(page.getByRole("button", { name: "Send to a channel" })).toBeDisabled();
  });

  await test.step("broken JSON is named with its line", async () => {
    await edit(page, () => '{\n  "learner": \n}');
    await expect(page.getByText("Line 3: Write a value here")).toBeVisible();
  });

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(teams(page)).toContainText("Ana Lovelace");
  await expect(page.getByText(/^Line \d/)).toBeHidden();
});

test("the keyboard alone finds an event type, indents in the editor and leaves it", async ({
  page,
  signIn,
}) => {
  await signIn("owner");
  await page.goto(`${SIMULATOR}?sim=slack`);
  await page.getByRole("button", { name: "Event type:" }).press("Enter");
  await page.keyboard.type("helpdesk assigned");
  await expect(page.getByRole("listbox", { name: "Event types" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sim-type=helpdesk\.ticket\.assigned/);
  await expect(slack(page)).toContainText("Ticket assigned");

  await editor(page).press("Control+Home");
  await page.keyboard.press("Tab");
  await expect(editor(page)).toHaveValue(/^ {2}\{/);
  await page.keyboard.press("Control+z");
  await expect(editor(page)).toHaveValue(/^\{/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor(page)).not.toBeFocused();
});

test("a link brings another browser to the same view, edits included and unseen by servers", async ({
  page,
  context,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("owner");
  await page.goto(
    `${SIMULATOR}?sim=slack&sim-type=task.created&sim-theme=dark&sim-width=narrow&sim-links=links`,
  );
  await edit(page, (text) => text.replace("Follow up with the customer", "Zoë’s secret plan"));
  await expect(slack(page)).toContainText("Zoë’s secret plan");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied, with your edits in it")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).not.toContain("secret");

  const other = await context.newPage();
  const asked: string[] = [];
  other.on("request", (request) => asked.push(request.url() + (request.postData() ?? "")));
  await other.goto(link);
  await expect(slack(other)).toContainText("Zoë’s secret plan");
  await expect(other.locator(".slack-canvas")).toHaveAttribute("data-theme", "dark");
  await expect(other.locator(".slack-canvas")).toHaveAttribute("data-width", "narrow");
  await expect(slack(other).getByRole("link", { name: "Open task →" })).toBeVisible();
  expect(asked.filter((url) => url.includes("secret"))).toEqual([]);
});

/** The headers that the webhook preview shows. */
const shownHeaders = (page: Page): Promise<Record<string, string>> =>
  page
    .locator("[data-testid=webhook-request] dl > div")
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          (row.querySelector("dt")?.textContent ?? "").replace(":", ""),
          row.querySelector("dd")?.textContent ?? "",
        ]),
      ),
    );

test("the webhook preview signs live, for any secret, and shows the headers that are really sent", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const path = `/shown-${unique()}`;
  const name = `Shown ${unique()}`;
  const created = await api.post("/api/v1/channels", {
    data: { kind: "chat", provider: "webhook", name, url: receiver.url(path) },
  });
  const { secret } = (await created.json()) as { secret: string };
  await signIn("owner");
  await page.goto(`${SIMULATOR}?sim=webhook`);
  const request = page.getByTestId("webhook-request");
  await expect.poll(() => shownHeaders(page)).toHaveProperty("webhook-signature");
  const before = await shownHeaders(page);
  await request.getByLabel("Signing secret").fill(secret);
  await expect.poll(() => shownHeaders(page)).not.toEqual(before);

  const headers = await shownHeaders(page);
  const shown = await request.getByRole("region", { name: "Request body" }).innerText();
  const body = JSON.stringify(JSON.parse(shown));
  expect(await verify({ headers, body }, secret)).toMatchObject({ test: false });

  await send(page, name);
  const [arrived] = await receiver.waitFor(1, { path });
  const own = Object.keys(headers);
  expect(Object.keys(arrived?.headers ?? {})).toEqual(expect.arrayContaining(own));
  const fixed = ["content-type", "user-agent", "x-aamu-event-type"];
  for (const key of fixed) expect(arrived?.headers[key]).toBe(headers[key]);
});

/** Sends what is shown to a channel, and waits for the answer. */
async function send(page: Page, channel: string): Promise<void> {
  await page.getByRole("button", { name: "Send to a channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Channel").selectOption({ label: channel });
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText("The test arrived")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

test("what is shown goes to one chosen channel as a test, byte for byte but for its marks", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const path = `/simulated-${unique()}`;
  const name = `Simulated ${unique()}`;
  receiver.answer(path, { status: 200, body: "ok" });
  const created = await api.post("/api/v1/channels", {
    data: { kind: "chat", provider: "slack", name, url: receiver.url(path) },
  });
  expect(created.status()).toBe(201);

  await signIn("owner");
  await page.goto(`${SIMULATOR}?sim=slack&sim-type=task.created`);
  await edit(page, (text) => text.replace("Follow up with the customer", "Ring the bell"));
  await expect(slack(page)).toContainText("Ring the bell");
  await send(page, name);

  const [request] = await receiver.waitFor(1, { path });
  const sent = JSON.parse(request?.body ?? "") as { text: string; blocks: unknown[] };
  expect(request?.headers["x-carillon-test"]).toBe("1");
  await page.getByRole("tab", { name: "JSON" }).click();
  const drawn = JSON.parse(await page.getByRole("region", { name: "Request body" }).innerText()) as {
    blocks: unknown[];
  };
  // A test says so in a block of its own; the context at the end tells the moment.
  expect(sent.blocks.slice(1, -1)).toEqual(drawn.blocks.slice(0, -1));
  expect(sent.text).toContain("Ring the bell");
});

test("a real event of the workspace can be drawn and edited", async ({ page, signIn, api }) => {
  const title = `Really happened ${unique()}`;
  const posted = await api.post("/api/v1/events", {
    data: { type: "task.created", data: { task: { id: "tsk_real", title, status: "active" } } },
  });
  const { id } = (await posted.json()) as { id: string };
  await signIn("owner");
  await page.goto(SIMULATOR);
  await page.getByLabel("Data", { exact: true }).selectOption(id);
  await expect(teams(page)).toContainText(title);
  await expect(page).toHaveURL(new RegExp(`sim-event=${id}`));
  await page.reload();
  await expect(teams(page)).toContainText(title);
  await edit(page, (text) => text.replace(title, "Something else"));
  await expect(teams(page)).toContainText("Something else");

  await page.goto(`${SIMULATOR}?sim-event=evt_unknown`);
  await expect(page.getByText("That event is no longer there.")).toBeVisible();
});

/** Whatever runs, loads or rings by itself. */
const ACTIVE =
  'script, iframe, object, embed, form, img, [onerror], [onload], [onclick], [href^="javascript:" i], .slack-mention';

test("no hostile sample runs a script, opens a dialog or loads anything from elsewhere", async ({
  page,
  signIn,
  baseURL,
}) => {
  test.slow();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn("owner");
  const foreign = foreignRequests(page, baseURL);
  for (const provider of ["teams", "slack", "webhook"]) {
    await page.goto(`${SIMULATOR}?sim=${provider}&sim-type=${EVENT_TYPES[0]}&sim-sample=hostile`);
    const preview = page.getByTestId(
      { teams: "teams-card", slack: "slack-message" }[provider] ?? "webhook-request",
    );
    for (const type of EVENT_TYPES) {
      await expect(page.getByRole("button", { name: "Event type:" })).toContainText(type);
      await expect(preview).not.toBeEmpty();
      await expect(preview.locator(ACTIVE)).toHaveCount(0);
      await page.getByRole("button", { name: "Next event type" }).click();
    }
  }
  expect(dialogs).toEqual([]);
  expect(foreign).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every preview is accessible, ${colorScheme}`, async ({ page, signIn, checkAccessibility }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await signIn("owner");
    const views = [
      "sim=teams&sim-type=assignment.completed",
      "sim=teams&sim-type=helpdesk.ticket.created",
      "sim=teams&sim-type=task.comment.created",
      "sim=teams&sim-type=channel.disabled",
      "sim=teams&sim-type=assignment.completed&sim-skin=classic",
      "sim=slack&sim-type=assignment.completed",
      "sim=slack&sim-type=helpdesk.ticket.comment.created&sim-links=links",
    ];
    for (const view of views) {
      await page.goto(`${SIMULATOR}?${view}`);
      await expect(view.includes("teams") ? teams(page) : slack(page)).not.toBeEmpty();
      await checkAccessibility(page);
    }
    await page.goto(`${SIMULATOR}?sim=webhook`);
    await expect(page.getByTestId("webhook-request")).toContainText("webhook-signature");
    await checkAccessibility(page);
    await page.getByRole("tab", { name: "JSON" }).click();
    await checkAccessibility(page);
    await page.getByRole("button", { name: "Event type:" }).click();
    await checkAccessibility(page);
  });
}

test("pages do not ship the renderer with their first load", async ({ page, signIn, baseURL }) => {
  await signIn("owner");
  for (const path of ["/acme/settings/integrations/chat", SIMULATOR]) {
    const html = await (await page.request.get(path)).text();
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? "");
    expect(scripts.length).toBeGreaterThan(3);
    for (const source of scripts) {
      const code = await (await page.request.get(new URL(source, baseURL).href)).text();
      expect(code.includes("ac-adaptiveCard"), source).toBe(false);
    }
  }
});
