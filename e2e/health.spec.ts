import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { catalogue, type EventType } from "@/lib/events/catalogue";
import { rowOf, unique } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const INTEGRATIONS = "/acme/settings/integrations";
const LIST = `${INTEGRATIONS}/chat`;

/** Channels of this run: what points to a receiver that is gone would fail in every later story. */
let made: string[] = [];

test.afterEach(async ({ api }) => {
  for (const id of made) expect((await api.delete(`/api/v1/channels/${id}`)).status()).toBe(204);
  made = [];
});

async function post<Answer>(api: APIRequestContext, path: string, data: object): Promise<Answer> {
  const answer = await api.post(`/api/v1/${path}`, { data });
  expect(answer.ok(), `${path} answered ${answer.status()}`).toBe(true);
  return answer.json() as Promise<Answer>;
}

const newProject = async (api: APIRequestContext): Promise<{ id: string; name: string }> =>
  post(api, "projects", { name: `Health ${unique()}` });

async function newChannel(
  api: APIRequestContext,
  values: { name: string; url: string } & Record<string, unknown>,
) {
  const { id } = await post<{ id: string }>(api, "channels", {
    kind: "chat",
    provider: "webhook",
    ...values,
  });
  made.push(id);
  return id;
}

const send = async (api: APIRequestContext, type: EventType, projectId?: string): Promise<string> => {
  const data = catalogue[type].samples.typical;
  return (await post<{ id: string }>(api, "events", { type, projectId, data })).id;
};

/** Waits until routing has decided on an event; answers what it said of a channel. */
async function decisionOn(api: APIRequestContext, eventId: string, channelId: string) {
  let found: { reason: string | null } | undefined;
  await expect(async () => {
    const event = await (await api.get(`/api/v1/events/${eventId}`)).json();
    const routing = event.routing as { channelId: string; reason: string | null }[];
    found = routing.find((decision) => decision.channelId === channelId);
    expect(found).toBeDefined();
  }).toPass();
  return found?.reason;
}

/** The banner as it names this channel. */
const banner = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: "Switched off" }).filter({ hasText: name });

async function noOverhang(page: Page): Promise<void> {
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang).toBeLessThanOrEqual(0);
}

test("a channel whose receiver is gone is switched off, tested, switched on again, and gets what it missed exactly once", async ({
  page,
  signIn,
  api,
  receiver,
  checkAccessibility,
}) => {
  test.slow();
  const project = await newProject(api);
  const name = `Gone ${unique()}`;
  const [path, news] = [`/hook-${unique()}`, `/news-${unique()}`];
  receiver.answer(path, { status: 410, body: "closed for good" });
  const id = await newChannel(api, {
    ...{ name, url: receiver.url(path) },
    ...{ eventTypes: ["task.created"], projectIds: [project.id] },
  });
  await newChannel(api, {
    name: `News ${unique()}`,
    url: receiver.url(news),
    eventTypes: ["channel.disabled"],
  });
  const failed = await send(api, "task.created", project.id);
  await receiver.waitFor(1, { path });

  await test.step("another channel that selects the event is told", async () => {
    await expect(async () => {
      const told = receiver.requests(news).map(({ body }) => JSON.parse(body));
      expect(told.filter(({ data }) => data.channel.id === id)).toMatchObject([
        { type: "channel.disabled", data: { reason: "gone", channel: { name } } },
      ]);
    }).toPass();
  });

  const missed = [await send(api, "task.created", project.id), await send(api, "task.created", project.id)];
  await send(api, "file.created", project.id);
  for (const event of missed) expect(await decisionOn(api, event, id)).toBe("channel_disabled");

  await signIn("owner");
  await test.step("banner and sidebar say so, on the overview and on the list", async () => {
    for (const at of ["/acme", LIST]) {
      await page.goto(at);
      await expect(banner(page, name)).toContainText("The receiver answered 410 Gone");
      const entry = page
        .getByRole("navigation", { name: "Workspace" })
        .getByRole("link", { name: /^Chat Notifications/ });
      await expect(entry).toHaveAccessibleName(/ switched off automatically$/);
    }
    await expect(rowOf(page, name).filter({ hasText: "Off: receiver gone" })).toBeVisible();
    await checkAccessibility(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await checkAccessibility(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await noOverhang(page);
    const remove = page.getByRole("button", { name: `Delete ${name}` });
    await remove.scrollIntoViewIfNeeded();
    await expect(remove).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
  });

  await test.step("its failures are a click away", async () => {
    const link = banner(page, name).getByRole("link", { name: `See failures of ${name}` });
    expect(await link.getAttribute("href")).toBe(`${INTEGRATIONS}/deliveries?channel=${id}&status=failed`);
  });

  const dialog = page.getByRole("dialog");
  await test.step("a failing test says why and offers nothing", async () => {
    await page.getByRole("button", { name: `Test and re-enable ${name}` }).click();
    await expect(dialog.getByText("status 410")).toBeVisible();
    await expect(dialog.getByText("The channel stays off")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Re-enable channel" })).toHaveCount(0);
  });

  await test.step("a successful test offers to switch it on again", async () => {
    receiver.answer(path, { status: 200 });
    await dialog.getByRole("button", { name: "Send again" }).click();
    await expect(dialog.getByText("The test arrived")).toBeVisible();
    await dialog.getByRole("button", { name: "Re-enable channel" }).click();
    await expect(page.getByText(`${name} is on again`)).toBeVisible();
  });

  await test.step("what it missed is counted and sent", async () => {
    await expect(dialog.getByRole("heading", { name: `Send what ${name} missed?` })).toBeVisible();
    await expect(dialog).toContainText(
      "2 events matched while the channel was off, and 1 delivery failed or was cancelled.",
    );
    await checkAccessibility(page);
    await dialog.getByRole("button", { name: "Send 3" }).click();
    await expect(page.getByText(`3 on their way to ${name}`)).toBeVisible();
    await expect(banner(page, name)).toHaveCount(0);
    await expect(page.getByRole("switch", { name: `${name} enabled` })).toBeChecked();
  });

  await test.step("each of it arrives exactly once", async () => {
    const arrived = () =>
      receiver
        .requests(path)
        .filter(({ headers }) => headers["x-carillon-test"] === undefined)
        .map(({ headers }) => headers["x-aamu-event-id"])
        .sort();
    // The failed one was sent before, and a last event shows that nothing else is under way.
    await expect(() => expect(arrived()).toEqual([failed, failed, ...missed].sort())).toPass({
      timeout: 30_000,
    });
    const last = await send(api, "task.created", project.id);
    await expect(() => expect(arrived()).toContain(last)).toPass();
    expect(arrived()).toEqual([failed, failed, ...missed, last].sort());
  });

  await test.step("the trail has it", async () => {
    await page.goto(`${INTEGRATIONS}/audit`);
    const entry = page.getByRole("main").getByText(`sent what was missed to the channel ${name}`);
    await expect(entry).toBeVisible();
  });
});

test("switching a channel on by hand offers what it missed, too; declined, nothing is sent", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const project = await newProject(api);
  const name = `Paused ${unique()}`;
  const path = `/hook-${unique()}`;
  const id = await newChannel(api, {
    ...{ name, url: receiver.url(path), enabled: false },
    ...{ eventTypes: ["task.created"], projectIds: [project.id] },
  });
  const event = await send(api, "task.created", project.id);
  expect(await decisionOn(api, event, id)).toBe("channel_disabled");
  await signIn("admin");
  await page.goto(LIST);
  const toggle = page.getByRole("switch", { name: `${name} enabled` });
  const dialog = page.getByRole("dialog", { name: `Send what ${name} missed?` });

  await test.step("a later moment leaves nothing to send", async () => {
    await toggle.click();
    await expect(dialog).toContainText("1 event matched while the channel was off.");
    await dialog.getByRole("radio", { name: "Only since" }).check();
    await dialog.getByLabel("Only since this moment").fill("2099-01-01T00:00");
    await expect(dialog.getByRole("button", { name: "Send 0" })).toBeDisabled();
    await dialog.getByRole("button", { name: "Don’t send" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("nothing was sent; the next event arrives alone", async () => {
    const next = await send(api, "task.created", project.id);
    const [request] = await receiver.waitFor(1, { path });
    expect(request?.headers["x-aamu-event-id"]).toBe(next);
    expect(receiver.requests(path)).toHaveLength(1);
  });
});

/** What the form says: how many events its filters would have let through. */
async function counted(dialog: Locator): Promise<number> {
  const status = dialog.getByRole("region", { name: "Tried on past events" }).getByRole("status");
  let text = "";
  await expect(async () => {
    await expect(status).toHaveAttribute("aria-busy", "false", { timeout: 500 });
    text = await status.innerText();
    expect(text).toMatch(/would have received [\d,]+ of [\d,]+ events/);
  }).toPass();
  return Number(/received ([\d,]+) of/.exec(text)?.[1]?.replaceAll(",", ""));
}

test("while filters are chosen the form counts past events, says why examples match or not, and routing agrees", async ({
  page,
  signIn,
  api,
  receiver,
  checkAccessibility,
}) => {
  test.slow();
  const project = await newProject(api);
  const other = await newProject(api);
  const kinds = [
    ["form.created", project.id],
    ["form.created", other.id],
    ["form.deleted", project.id],
  ] as const;
  const sendEach = async () => {
    for (const [type, projectId] of kinds) await send(api, type, projectId);
  };
  await sendEach();
  await signIn("owner");
  await page.goto(LIST);
  await page.getByRole("button", { name: "Add Channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Webhook \(Custom\)/ }).click();
  const choose = (label: string) => dialog.getByRole("button", { name: label, exact: true }).click();

  const everything = await counted(dialog);
  expect(everything).toBeGreaterThanOrEqual(3);
  await choose("Form created");
  const created = await counted(dialog);
  await dialog.getByRole("checkbox", { name: project.name }).check();
  const inProject = await counted(dialog);
  // The other project's one is gone; events without a project stay.
  expect(inProject).toBeLessThan(created);
  expect(created).toBeLessThan(everything);

  await test.step("examples lead to their events and name the rule", async () => {
    const panel = dialog.getByRole("region", { name: "Tried on past events" });
    await panel.getByText("Examples").click();
    await expect(panel.getByRole("listitem").filter({ hasText: "matches" }).first()).toContainText(
      project.name,
    );
    await expect(panel.getByText("project not selected").first()).toBeVisible();
    await expect(panel.getByText("type not selected").first()).toBeVisible();
    await expect(panel.getByRole("link").first()).toHaveAttribute(
      "href",
      new RegExp(`^${INTEGRATIONS}/events/evt_`),
    );
    await checkAccessibility(page);
  });

  await test.step("another type adds its events", async () => {
    await choose("Form deleted");
    expect(await counted(dialog)).toBeGreaterThan(inProject);
    await choose("Form deleted");
    expect(await counted(dialog)).toBe(inProject);
  });

  await test.step("the same events now: as many arrive as the form counts more", async () => {
    const name = `Tried ${unique()}`;
    const path = `/hook-${unique()}`;
    await dialog.getByLabel("Endpoint URL").fill(receiver.url(path));
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
    await dialog.getByRole("button", { name: "I have stored it" }).click();
    const { data } = await (await api.get("/api/v1/channels")).json();
    made.push(data.find((channel: { name: string }) => channel.name === name).id);
    await sendEach();
    const last = await send(api, "form.created", project.id);
    await expect(() => {
      const arrived = receiver.requests(path).map(({ headers }) => headers["x-aamu-event-id"]);
      expect(arrived).toContain(last);
      expect(arrived).toHaveLength(2);
    }).toPass();
    await page.getByRole("button", { name: `Edit ${name}` }).click();
    expect(await counted(dialog)).toBe(inProject + receiver.requests(path).length);
  });
});

test("the list shows each channel's success rate, its sample and its course, tests left out", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const project = await newProject(api);
  const name = `Rated ${unique()}`;
  const path = `/hook-${unique()}`;
  receiver.answer(path, [{ status: 200 }, { status: 404 }, { status: 200 }]);
  const id = await newChannel(api, {
    ...{ name, url: receiver.url(path) },
    ...{ eventTypes: ["task.created"], projectIds: [project.id] },
  });
  const ended = async (count: number) =>
    expect(async () => {
      const { data } = await (await api.get(`/api/v1/deliveries?channelId=${id}&status=delivered`)).json();
      const failed = await (await api.get(`/api/v1/deliveries?channelId=${id}&status=failed`)).json();
      expect(data.length + failed.data.length).toBe(count);
    }).toPass({ timeout: 30_000 });
  for (let count = 1; count <= 2; count++) {
    await send(api, "task.created", project.id);
    await receiver.waitFor(count, { path });
  }
  receiver.answer(path, { status: 404 });
  await ended(2);
  expect((await api.post(`/api/v1/channels/${id}/test`, { data: {} })).status()).toBe(200);
  await signIn("owner");
  await page.goto(LIST);
  const row = rowOf(page, name);
  await expect(row).toContainText("50 % of 2");
  await expect(row.getByRole("img", { name: "1 delivered and 1 failed in the last 7 days" })).toBeVisible();
  await expect(row.getByRole("link", { name: /Last delivery/ })).toHaveAttribute(
    "href",
    new RegExp(`channel=${id}`),
  );
});
