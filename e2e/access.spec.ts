import { randomBytes } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { expect, test } from "./fixtures/test";

const INTEGRATIONS = [
  ...["chat", "crm", "deliveries", "deliveries/whd_1", "channels?kind=chat", "channels/chn_1/secret"],
].map((page) => `/acme/settings/integrations/${page}`);

const PASSWORD = process.env.E2E_PASSWORD ?? DEMO.password;

test("a member lands on a page that explains the role, and gets 403 on Integrations", async ({
  page,
  signIn,
}) => {
  await signIn("member");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
  await expect(page.getByRole("link", { name: "Deliveries" })).toHaveCount(0);
  for (const path of INTEGRATIONS) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
  await page.goto("/acme/settings/integrations/chat");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This part is for owners and admins");
});

test("a workspace that is unknown reads as absent, and so does a delivery", async ({ page, signIn }) => {
  await signIn("owner");
  for (const path of ["/globex", "/globex/settings/integrations/chat", `${INTEGRATIONS[2]}/whd_none`]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test("whoever is not signed in comes back to the page after signing in", async ({ page }) => {
  const wanted = "/acme/settings/integrations/deliveries?status=failed";
  expect((await page.request.get(INTEGRATIONS[4] ?? "")).status()).toBe(401);
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("Email").fill(DEMO.emails.owner);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(wanted);
});

test("signing in leads to no other site", async ({ page }) => {
  await page.goto("/sign-in?callbackUrl=//evil.test/acme");
  await page.getByLabel("Email").fill(DEMO.emails.owner);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/acme");
});

test("localhost and 127.0.0.1 both sign in", async ({ page, baseURL }) => {
  const url = new URL("/sign-in", baseURL);
  for (const hostname of ["localhost", "127.0.0.1"]) {
    url.hostname = hostname;
    await page.goto(url.href);
    await page.getByLabel("Email").fill(DEMO.emails.owner);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${url.origin}/acme`);
  }
});

test("ten failures close the door for this account", async ({ page }) => {
  await page.goto("/sign-in");
  const email = `nobody-${randomBytes(4).toString("hex")}@acme.test`;
  await page.getByLabel("Email").fill(email);
  for (let time = 1; time <= 11; time++) {
    await page.getByLabel("Password").fill(`guess ${time}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    const message = time <= 10 ? "Email or password is wrong." : "Too many failed tries.";
    await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
    await expect(page.getByLabel("Email")).toHaveValue(email);
  }
});

test("an action called by hand answers 401, 403 and 404 and changes nothing", async ({
  page,
  signIn,
  baseURL,
  playwright,
}) => {
  await signIn("owner");
  await page.goto("/acme/settings/integrations/crm");
  const toggle = page.getByRole("switch").first();
  await expect(toggle).toBeChecked();
  // What a click would send is held back and sent by others instead.
  const held = page.waitForRequest((request) => request.method() === "POST");
  await page.route("**/crm", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await toggle.click();
  const action = await held;
  const headers = { ...action.headers() };
  delete headers.cookie;
  const call = async (who: APIRequestContext, change: (body: string) => string = (body) => body) =>
    (await who.post(action.url(), { headers, data: change(action.postData() ?? "") })).status();

  const nobody = await playwright.request.newContext({ baseURL });
  expect(await call(nobody)).toBe(401);
  await signIn("member");
  expect(await call(page.request)).toBe(403);
  await signIn("owner");
  expect(await call(page.request, (body) => body.replace('"acme"', '"globex"'))).toBe(404);
  headers.origin = "https://evil.test";
  expect(await call(page.request)).toBe(403);

  await page.unroute("**/crm");
  await page.goto("/acme/settings/integrations/crm");
  await expect(page.getByRole("switch").first()).toBeChecked();
  await nobody.dispose();
});

/** Posts to NextAuth's own endpoint, as scripts do. */
async function postCredentials(request: APIRequestContext, form: Record<string, string>, address?: string) {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  return request.post("/api/auth/callback/credentials", {
    form: { ...form, csrfToken, json: "true" },
    headers: address === undefined ? {} : { "x-forwarded-for": address },
  });
}

test("an invented address buys no new tries", async ({ page }) => {
  const email = `nobody-${randomBytes(4).toString("hex")}@acme.test`;
  for (let time = 1; time <= 10; time++) {
    const answer = await postCredentials(page.request, { email, password: "guess" }, `203.0.113.${time}`);
    expect(answer.status()).toBe(401);
  }
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("guess");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Too many failed tries." })).toBeVisible();
});

test("a session from NextAuth's own endpoint opens the workspace", async ({ page }) => {
  const answer = await postCredentials(page.request, { email: DEMO.emails.owner, password: PASSWORD });
  expect(answer.status()).toBe(200);
  const cookie = (await page.context().cookies()).find(({ name }) =>
    name.endsWith("next-auth.session-token"),
  );
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await page.goto("/acme");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("signing out everywhere ends sessions that were copied", async ({ page, signIn, context }) => {
  await signIn("admin");
  const copied = await context.cookies();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Carillon" })).toBeVisible();
  await context.addCookies(copied);
  await page.goto("/acme");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("the chosen theme is drawn by the server at once", async ({ page, signIn }) => {
  await signIn("owner");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  expect(await (await page.request.get("/acme")).text()).toMatch(/<html[^>]*class="[^"]*\bdark\b/);
  await page.getByRole("menuitemradio", { name: "Light" }).click();
  await expect(page.locator("html")).not.toHaveClass(/\bdark\b/);
});

test("pages run only scripts of their own and can't be framed", async ({ request }) => {
  const headers = (await request.get("/sign-in")).headers();
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["strict-transport-security"]).toBeUndefined();
  const again = (await request.get("/sign-in")).headers()["content-security-policy"];
  expect(again).not.toBe(policy);
});
