import { DEMO } from "@/db/seed";
import { invite, joinAs, MEMBERS, newGuest, newPage, remove, rowOf, signInAs } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const SETTINGS = [
  ...["members", "projects", "general", "integrations/api-keys", "integrations/audit"],
  "integrations/audit/export",
].map((page) => `/acme/settings/${page}`);

test("a member changes name and password, which signs out every other browser of theirs", async ({
  page,
  browser,
  signIn,
}) => {
  const guest = newGuest();
  await signIn("owner");
  const here = await joinAs(browser, await invite(page, "member", guest.name), guest);
  const there = await newPage(browser);
  await there.goto("/account");
  await signInAs(there, guest);
  await expect(there).toHaveURL("/account");

  await here.getByRole("link", { name: "Your account" }).click();
  await here.getByLabel("Your name").fill(`${guest.name}-Vale`);
  await here.getByRole("button", { name: "Save name" }).click();
  await expect(here.getByText("Your name was saved")).toBeVisible();

  const next = `${guest.password} anew`;
  await here.getByLabel("Present password").fill("not this one");
  await here.getByLabel("New password").fill(next);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("This is not your present password.")).toBeVisible();
  await expect(here.getByLabel("Present password")).toBeFocused();
  await here.getByLabel("Present password").fill(guest.password);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Your password was changed")).toBeVisible();
  await expect(here.getByLabel("Present password")).toHaveValue("");

  await here.reload();
  await expect(here.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await there.goto("/acme");
  await expect(there).toHaveURL(/\/sign-in/);
  await signInAs(there, guest);
  await expect(there.getByRole("alert").filter({ hasText: "Email or password is wrong." })).toBeVisible();
  await signInAs(there, { ...guest, password: next });
  await expect(there).toHaveURL("/acme");

  await test.step("signing out everywhere ends both", async () => {
    await here.getByRole("button", { name: "Sign out everywhere" }).click();
    await here.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(here).toHaveURL("/sign-in");
    await there.goto("/acme");
    await expect(there).toHaveURL(/\/sign-in/);
  });
  await here.context().close();
  await there.context().close();
  await remove(page, { ...guest, name: `${guest.name}-Vale` });
});

test("an owner makes a password link, which works once and ends the member's sessions", async ({
  page,
  browser,
  signIn,
}) => {
  const guest = newGuest();
  await signIn("owner");
  const theirs = await joinAs(browser, await invite(page, "member", guest.name), guest);
  await page.goto(MEMBERS);
  await page.getByRole("button", { name: `More for ${guest.name}` }).click();
  await page.getByRole("menuitem", { name: "Password link…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const link = await dialog.getByLabel("Password link", { exact: true }).innerText();
  await dialog.getByRole("button", { name: "Done" }).click();

  const other = await newPage(browser);
  await other.goto(link);
  await expect(other.getByText(guest.email)).toBeVisible();
  const next = `${guest.password} anew`;
  await other.getByLabel("New password").fill("password");
  await other.getByRole("button", { name: "Save and sign in" }).click();
  await expect(other.getByText("among the first that anybody would try")).toBeVisible();
  await other.getByLabel("New password").fill(next);
  await other.getByRole("button", { name: "Save and sign in" }).click();
  await expect(other).toHaveURL("/acme");
  await theirs.goto("/acme");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("This link can't be used");
  await signInAs(theirs, { ...guest, password: next });
  await expect(theirs).toHaveURL("/acme");
  await theirs.context().close();
  await other.context().close();
  await remove(page, guest);
});

test("a member reads what the role can do and whom to ask; every setting answers 403", async ({
  page,
  signIn,
}) => {
  await signIn("member");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
  await expect(rowOf(page, DEMO.emails.admin)).toContainText("Admin");
  for (const path of SETTINGS) expect((await page.request.get(path)).status(), path).toBe(403);
});

test("another tenant's settings read as absent, and nobody's lead to signing in", async ({
  page,
  signIn,
  request,
}) => {
  for (const path of SETTINGS) {
    const { status, url } = await request
      .get(path)
      .then((answer) => ({ status: answer.status(), url: answer.url() }));
    if (path.endsWith("/export")) expect(status).toBe(401);
    else expect(new URL(url).pathname, path).toBe("/sign-in");
  }
  await signIn("owner");
  for (const path of SETTINGS) {
    expect((await page.request.get(path.replace("/acme/", "/globex/"))).status(), path).toBe(404);
  }
});

test("where somebody has an account, the first-run page leads away", async ({ page, browser, signIn }) => {
  const nobody = await newPage(browser);
  await nobody.goto("/setup");
  await expect(nobody).toHaveURL(/\/sign-in$/);
  await nobody.context().close();
  await signIn("owner");
  await page.goto("/setup");
  await expect(page).toHaveURL("/acme");
});
