import { readFile } from "node:fs/promises";
import { request } from "@playwright/test";
import { DEMO } from "@/db/seed";
import {
  invite,
  joinAs,
  MEMBERS,
  newGuest,
  newPage,
  remove,
  rowOf,
  signInAs,
  unique,
} from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const INTEGRATIONS = "/acme/settings/integrations";
const AUDIT = `${INTEGRATIONS}/audit`;
const PASSWORD = process.env.E2E_PASSWORD ?? DEMO.password;

test("an owner invites an admin by link, who joins; then changes the role and removes them", async ({
  page,
  browser,
  signIn,
}) => {
  const guest = newGuest();
  await signIn("owner");
  const link = await invite(page, "admin", `For ${guest.name}`);
  const theirs = await joinAs(browser, link, guest);
  await theirs.goto(MEMBERS);
  await expect(rowOf(theirs, guest.name)).toContainText("You");

  await test.step("the link worked once", async () => {
    const late = await newPage(browser);
    await late.goto(link);
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("This invitation can't be used");
    await late.context().close();
    await page.reload();
    await expect(page.getByText(`For ${guest.name}`)).toHaveCount(0);
  });

  await test.step("a change of role holds at once", async () => {
    await page.getByLabel(`Role of ${guest.name}`).selectOption("Member");
    await expect(page.getByText(`${guest.name} is now Member`)).toBeVisible();
    expect((await theirs.request.get(MEMBERS)).status()).toBe(403);
    await theirs.goto("/acme");
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${guest.name}`);
    await expect(theirs.getByRole("link", { name: DEMO.emails.owner })).toBeVisible();
  });

  await test.step("so does a removal", async () => {
    await remove(page, guest);
    expect((await theirs.request.get("/acme")).status()).toBe(404);
    await theirs.goto("/");
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("You are not in a workspace yet");
  });
  await theirs.context().close();
});

test("an admin manages members and invitations, but no owner", async ({ page, browser, signIn }) => {
  await signIn("admin");
  await page.goto(MEMBERS);
  const owner = rowOf(page, DEMO.emails.owner);
  await expect(owner).toContainText("Only owner");
  await expect(owner.getByRole("combobox")).toHaveCount(0);
  await expect(owner.getByRole("button")).toHaveCount(0);
  const roles = page.getByLabel(/^Role of Mira/).getByRole("option");
  await expect(roles).toHaveText(["Admin", "Member"]);
  await page.getByRole("button", { name: /^More for Mira/ }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Remove…"]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("radio")).toHaveCount(2);
  await page.keyboard.press("Escape");

  const note = `Never used ${unique()}`;
  const link = await invite(page, "member", note);
  await page.getByRole("button", { name: `Revoke: ${note}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText(note)).toHaveCount(0);
  const late = await newPage(browser);
  await late.goto(link);
  await expect(late.getByText("This invitation was withdrawn.")).toBeVisible();
  await late.goto(`${link}x`);
  await expect(late.getByRole("heading", { level: 1 })).toHaveText("There is no such invitation");
  await late.context().close();
});

test("somebody with an account begins a workspace, invites the demo admin, who joins and leaves again", async ({
  page,
  browser,
  signIn,
}) => {
  const guest = newGuest();
  const team = `Harbour ${unique()}`;
  await signIn("owner");
  const theirs = await joinAs(browser, await invite(page, "member", guest.name), guest);
  await theirs.getByRole("button", { name: /^Workspace Acme Academy/ }).click();
  await theirs.getByRole("menuitem", { name: "New workspace" }).click();
  await theirs.getByLabel("Workspace name").fill(team);
  const slug = team.toLowerCase().replace(" ", "-");
  await expect(theirs.getByLabel("Address")).toHaveValue(slug);

  await test.step("the product's own addresses are refused", async () => {
    await theirs.getByLabel("Address").fill("docs");
    await expect(theirs.getByText("docs is an address of Carillon itself")).toBeVisible();
    await theirs.getByRole("button", { name: "Create workspace" }).click();
    await expect(theirs.getByLabel("Address")).toBeFocused();
    await theirs.getByLabel("Address").fill(slug);
  });
  await theirs.getByRole("button", { name: "Create workspace" }).click();
  await expect(theirs).toHaveURL(`/${slug}`);
  await expect(theirs.getByRole("button", { name: `Workspace ${team}, switch` })).toBeVisible();

  await test.step("an admin of another workspace signs in and joins", async () => {
    await theirs.goto(`/${slug}/settings/members`);
    await theirs.getByRole("button", { name: "Invite", exact: true }).click();
    const dialog = theirs.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create link" }).click();
    const link = await dialog.getByLabel("Invitation link", { exact: true }).innerText();
    const admin = await newPage(browser);
    await admin.goto(link);
    await admin.getByRole("link", { name: "Sign in and join" }).click();
    await expect(admin).toHaveURL(/\/sign-in\?callbackUrl=/);
    await signInAs(admin, { email: DEMO.emails.admin, password: PASSWORD });
    await admin.getByRole("button", { name: "Join the workspace" }).click();
    await expect(admin).toHaveURL(`/${slug}`);
    await admin.getByRole("button", { name: `Workspace ${team}, switch` }).click();
    await expect(admin.getByRole("menuitem", { name: "Acme Academy" })).toBeVisible();
    await admin.goto("/account");
    await admin.getByRole("button", { name: `Leave ${team}` }).click();
    await admin.getByRole("alertdialog").getByRole("textbox").fill(team);
    await admin.getByRole("button", { name: "Leave workspace" }).click();
    // Behind the question the page is there for nobody, its rows neither.
    await expect(admin.getByRole("alertdialog")).toBeHidden();
    await expect(rowOf(admin, team)).toHaveCount(0);
    expect((await admin.request.get(`/${slug}`)).status()).toBe(404);
    await admin.context().close();
  });
  await theirs.context().close();
  await remove(page, guest);
});

test("a project is created, renamed, archived, taken back and brought back, by keyboard", async ({
  page,
  signIn,
}) => {
  const name = `Spring course ${unique()}`;
  await signIn("admin");
  await page.goto("/acme/settings/projects");
  await page.getByRole("button", { name: "New project" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(rowOf(page, name).getByText(/^prj_/)).toBeVisible();

  const renamed = `${name}, second run`;
  await page.getByRole("button", { name: `Rename ${name}` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Name" }).fill(" ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText("name must not be empty.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(renamed);
  await page.keyboard.press("Enter");
  await expect(rowOf(page, renamed)).toBeVisible();

  await page.getByRole("button", { name: `Archive ${renamed}` }).press("Enter");
  await expect(rowOf(page, renamed)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, renamed)).toBeVisible();
  await page.getByRole("button", { name: `Archive ${renamed}` }).press("Enter");
  await page.getByRole("link", { name: "Archived" }).click();
  await page.getByRole("button", { name: `Unarchive ${renamed}` }).press("Enter");
  await expect(rowOf(page, renamed)).toHaveCount(0);
  await page.getByRole("link", { name: "Active" }).click();
  await expect(rowOf(page, renamed)).toBeVisible();
  await page.getByRole("button", { name: `Archive ${renamed}` }).press("Enter");
  await expect(rowOf(page, renamed)).toHaveCount(0);
});

test("general settings show at once how cards will write dates, and are kept", async ({ page, signIn }) => {
  await signIn("owner");
  await page.goto("/acme/settings/general");
  const cards = page.getByRole("status", { name: "In cards" });
  await expect(cards).toContainText("UTC");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByLabel("Language and region").selectOption("de-DE");
  await expect(cards).toContainText("1.234,5");
  await expect(cards).toContainText(/GMT\+9|JST/);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The settings were saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await page.getByLabel("Time zone").selectOption("UTC");
  await page.getByLabel("Language and region").selectOption("en-GB");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The settings were saved")).toBeVisible();

  await page.goto(`${AUDIT}?action=workspace.updated`);
  await page.getByRole("main").locator("summary").nth(1).click();
  const change = page.getByRole("row").filter({ hasText: "timeZone" }).first();
  await expect(change.getByRole("cell")).toHaveText(["UTC", "Asia/Tokyo"]);
});

test("an API key is shown once, may do what its scopes say, and nothing once revoked", async ({
  page,
  signIn,
  baseURL,
}) => {
  const name = `Course platform ${unique()}`;
  await signIn("admin");
  await page.goto(`${INTEGRATIONS}/api-keys`);
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("checkbox", { name: "events:write", exact: true }).uncheck();
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("Choose at least one scope.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "read", exact: true }).check();
  await dialog.getByLabel("Expires").selectOption("In 30 days");
  await dialog.getByRole("button", { name: "Create key" }).click();
  const key = await dialog.getByLabel("API key", { exact: true }).innerText();
  expect(key).toMatch(/^ck_/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(rowOf(page, name)).toContainText("never used");
  await page.reload();
  expect(await page.content()).not.toContain(key);

  const api = await request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  expect((await api.get("/api/v1/channels")).status()).toBe(200);
  expect((await api.post("/api/v1/projects", { data: { name: "No" } })).status()).toBe(403);
  await expect(async () => {
    await page.reload();
    await expect(rowOf(page, name)).toContainText("last used", { timeout: 1000 });
  }).toPass();

  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("textbox").fill(name);
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(rowOf(page, name)).toContainText("Revoked");
  expect((await api.get("/api/v1/channels")).status()).toBe(401);
  await api.dispose();
});

test("the trail says who did what, is narrowed in the address, and leaves as CSV", async ({
  page,
  signIn,
}) => {
  const name = `=Audited, "${unique()}"`;
  await signIn("admin");
  await page.goto("/acme/settings/projects");
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(rowOf(page, name)).toBeVisible();

  await page.goto(AUDIT);
  await page.getByLabel("Action").selectOption("project.created");
  await page.getByLabel("Actor").selectOption("Adam Novak");
  await page.getByLabel("Target: name or id").fill(name.slice(1));
  await expect(page).toHaveURL(/action=project\.created/);
  await expect(page).toHaveURL(/actor=usr_/);
  await expect(page).toHaveURL(/target=/);
  const entry = page.getByRole("main").getByRole("listitem");
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText(`Adam Novak created the project ${name}`);
  await page.reload();
  await entry.locator("summary").press("Enter");
  await expect(entry.getByRole("row").filter({ hasText: "name" }).getByRole("cell")).toHaveText([
    "none",
    name,
  ]);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-acme-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('"time","actor_type"');
  // Quoted, and no formula to a spreadsheet.
  expect(lines[1]).toContain(`"'${name.replaceAll('"', '""')}"`);

  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page).toHaveURL(AUDIT);
  await page.getByLabel("to", { exact: true }).fill("2020-01-01");
  await expect(page.getByText("No entry matches these filters")).toBeVisible();
});
