import { randomBytes } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { until } from "@/db/testing/until";
import { expect, test } from "./fixtures/test";
import { callables } from "./matrix/call-action";

const INTEGRATIONS = "/acme/settings/integrations";
const PASSWORD = process.env.E2E_PASSWORD ?? DEMO.password;

test.describe.configure({ timeout: 240_000 });

test("an action is called from the product's own pages or not at all", async ({ page, signIn, baseURL }) => {
  await signIn("owner");
  const rename = (await callables(page.request)).get("changeOwnName");
  if (rename === undefined) throw new Error("There is no action to try.");
  const call = (headers: Record<string, string>) =>
    page.request.post(rename.page, {
      headers: { "next-action": rename.id, "content-type": "text/plain;charset=UTF-8", ...headers },
      data: JSON.stringify([{ name: "Renamed by another site" }]),
    });
  const forged: Record<string, string>[] = [
    {},
    { origin: "https://evil.test" },
    { origin: "null" },
    { origin: baseURL ?? "", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.test", "x-forwarded-host": "evil.test" },
    { "sec-fetch-site": "none" },
  ];
  for (const headers of forged) expect((await call(headers)).status(), JSON.stringify(headers)).toBe(403);
  await page.goto("/account");
  await expect(page.getByLabel("Your name")).not.toHaveValue("Renamed by another site");
});

test("signing in and out leads to no other site, whatever the address asks for", async ({
  page,
  request,
  baseURL,
}) => {
  const elsewhere = [
    "https://evil.test/acme",
    "//evil.test",
    "/\\evil.test",
    "/%5Cevil.test",
    "https:evil.test",
    "javascript:alert(1)",
    "/acme\t//evil.test",
    `${baseURL}@evil.test/`,
    `${baseURL}.evil.test/`,
  ];
  for (const callbackUrl of elsewhere) {
    const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
    const form = { csrfToken, callbackUrl, json: "true", email: DEMO.emails.owner, password: PASSWORD };
    const signedIn = await request.post("/api/auth/callback/credentials", { form });
    expect(originOf(await signedIn.json()), callbackUrl).toBe(baseURL);
    const signedOut = await request.post("/api/auth/signout", { form });
    expect(originOf(await signedOut.json()), callbackUrl).toBe(baseURL);
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    expect(new URL(page.url()).origin).toBe(baseURL);
  }
});

const originOf = (answer: { url?: string }): string => new URL(answer.url ?? "").origin;

test("a session that somebody planted before signing in is not the one afterwards", async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: "next-auth.session-token", value: "planted", url: baseURL }]);
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(DEMO.emails.owner);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/acme");
  const sessions = (await context.cookies()).filter(({ name }) => name.endsWith("session-token"));
  expect(sessions).toHaveLength(1);
  expect(sessions[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(sessions[0]?.value).not.toBe("planted");
});

test("nothing that anybody wrote anywhere runs on any page that shows it", async ({
  page,
  api,
  receiver,
  signIn,
}) => {
  const attack = attackOf(randomBytes(4).toString("hex"));
  await signIn("owner");
  const paths = await plant(api, receiver.url("/attacked"), attack, (answer) =>
    receiver.answer("/attacked", answer),
  );
  await page.addInitScript(() => {
    window.alert = () => void Reflect.set(window, "attacked", true);
  });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.locator("[data-attack], main script:not([nonce])")).toHaveCount(0);
    expect(await page.evaluate(() => "attacked" in window), path).toBe(false);
    expect(await reachableLinks(page), path).toEqual([]);
  }
});

/** Ends attributes, texts, scripts and templates alike. */
const attackOf = (id: string): string =>
  `x${id}"'>\`</script></title></textarea><img data-attack src=x onerror=alert(1)><svg data-attack onload=alert(1)>\${alert(1)}`;

/** Puts the attack into everything that the API takes as text; answers where it is to be seen. */
async function plant(
  api: APIRequestContext,
  url: string,
  attack: string,
  answer: (answer: { status: number; headers: Record<string, string>; body: string }) => void,
): Promise<string[]> {
  const post = async (path: string, data: object) => {
    const response = await api.post(`/api/v1/${path}`, { data });
    expect(response.status(), await response.text()).toBeLessThan(300);
    return (await response.json()) as { id: string };
  };
  answer({ status: 400, headers: { "content-type": "text/html", "x-attack": attack }, body: attack });
  const project = await post("projects", { name: attack.slice(0, 80) });
  const channel = {
    name: attack.slice(0, 80),
    description: attack.slice(0, 200),
    url,
    eventTypes: ["task.created"],
  };
  const webhook = await post("channels", { kind: "crm", provider: "webhook", ...channel });
  const slack = await post("channels", { kind: "chat", provider: "slack", ...channel });
  const teams = await post("channels", { kind: "chat", provider: "teams", ...channel });
  const data = {
    task: { id: attack, title: attack, status: attack, url: "javascript:alert(1)" },
    assignee: { id: attack, name: attack },
    [attack]: attack,
  };
  const acceptable = { ...data, task: { ...data.task, url: undefined } };
  const event = await post("events", {
    type: "task.created",
    projectId: project.id,
    actorId: attack,
    data: acceptable,
  });
  await api.post("/api/v1/events", { data: { type: attack, data } });
  await api.post("/api/v1/events", { data: { type: "task.created", data } });
  const deliveries = await until(
    async () => {
      const list = (await (await api.get(`/api/v1/deliveries?eventId=${event.id}`)).json()) as {
        data: { id: string; channelId: string; attemptCount: number }[];
      };
      const ours = list.data.filter(({ channelId }) => [webhook.id, slack.id, teams.id].includes(channelId));
      return ours.length === 3 && ours.every(({ attemptCount }) => attemptCount > 0) && ours;
    },
    { timeoutMs: 30_000, what: "attempts" },
  );
  for (const { id } of [webhook, slack, teams])
    await api.patch(`/api/v1/channels/${id}`, { data: { enabled: false } });
  return [
    ...[
      "/acme",
      "/acme/settings/projects",
      `${INTEGRATIONS}/chat`,
      `${INTEGRATIONS}/crm`,
      `${INTEGRATIONS}/audit`,
    ],
    ...["deliveries", "events", "events?show=rejected", `events/${event.id}`].map(
      (path) => `${INTEGRATIONS}/${path}`,
    ),
    ...deliveries.map(({ id }) => `${INTEGRATIONS}/deliveries/${id}`),
    `${INTEGRATIONS}/simulator?sim-type=task.created&sim-event=${event.id}`,
    `${INTEGRATIONS}/deliveries?q=${encodeURIComponent(attack)}`,
    `${INTEGRATIONS}/events?q=${encodeURIComponent(attack)}&type=${encodeURIComponent(attack)}`,
  ];
}

/** Links that would run something when pressed. */
const reachableLinks = (page: Page): Promise<string[]> =>
  page
    .locator("a[href], form[action], iframe[src]")
    .evaluateAll((elements) =>
      elements
        .map(
          (element) =>
            element.getAttribute("href") ?? element.getAttribute("action") ?? element.getAttribute("src"),
        )
        .filter((address): address is string => /^\s*(javascript|data|vbscript):/i.test(address ?? "")),
    );
