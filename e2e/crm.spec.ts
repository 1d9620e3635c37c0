import type { APIRequestContext, Page } from "@playwright/test";
import { verify } from "@/lib/client/verify";
import {
  addHeader,
  CRM,
  deleteChannels,
  openNewWebhook,
  pickEvent,
  saveForSecret,
} from "./fixtures/channels";
import { rowOf, unique } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const made = new Set<string>();
test.afterEach(({ api }) => deleteChannels(api, made));

const nameFor = (what: string): string => {
  const name = `${what} ${unique()}`;
  made.add(name);
  return name;
};

/** Reports that somebody filled in a form of a project; answers the event's id. */
async function submitForm(api: APIRequestContext, projectId: string): Promise<string> {
  const type = "form.submitted";
  const types = (await (await api.get("/api/v1/event-types")).json()) as {
    data: { type: string; sample: object }[];
  };
  const data = types.data.find((candidate) => candidate.type === type)?.sample;
  const answer = await api.post("/api/v1/events", { data: { type, data, projectId } });
  expect(answer.status()).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

/** What routing decided about one channel; events are planned a moment after they were taken in. */
async function reasonOf(api: APIRequestContext, eventId: string, channelName: string): Promise<unknown> {
  const answer = await api.get(`/api/v1/events/${eventId}`);
  const { routing } = (await answer.json()) as { routing: { channelName: string; reason: string | null }[] };
  const decision = routing.find((candidate) => candidate.channelName === channelName);
  return decision && (decision.reason ?? "matched");
}

const edit = async (page: Page, name: string) => {
  await page.getByRole("button", { name: `Edit ${name}`, exact: true }).click();
  return page.getByRole("dialog");
};

test("an owner connects a CRM: events, a project, a description and headers that are never shown again", async ({
  page,
  signIn,
  api,
  receiver,
}) => {
  const name = nameFor("Contacts");
  const path = `/crm-${unique()}`;
  const projects = (await (await api.get("/api/v1/projects")).json()) as {
    data: { id: string; name: string }[];
  };
  const [project, other] = projects.data;
  if (!project || !other) throw new Error("The demo workspace needs two projects.");
  await signIn("owner");
  const dialog = await openNewWebhook(page);
  await dialog.getByLabel("Endpoint URL").fill(receiver.url(path));
  await dialog.getByLabel("Name", { exact: false }).first().fill(name);
  await dialog.getByLabel("Description").fill("Feedback into the CRM, looked after by Robin");
  await pickEvent(dialog, "Form submitted");
  await dialog.getByRole("checkbox", { name: project.name }).check();

  await test.step("names that can't be used are refused at their row, in the operation's words", async () => {
    await dialog.getByRole("button", { name: /^Custom headers/ }).click();
    await addHeader(dialog, "Content-Length", "1");
    await addHeader(dialog, "X Spaced", "1");
    await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
    await expect(dialog.getByLabel("Name of Content-Length")).toHaveAccessibleDescription(
      "This header is set by the product and can't be overridden. Choose another name.",
    );
    await expect(dialog.getByLabel("Name of X Spaced")).toHaveAccessibleDescription(
      "The name may contain letters, digits and hyphens only.",
    );
    await dialog.getByRole("button", { name: "Remove X Spaced" }).click();
    await dialog.getByLabel("Name of Content-Length").fill("Authorization");
    await dialog.getByLabel("Value of Authorization").fill("Bearer of-the-crm");
    await addHeader(dialog, "authorization", "Bearer twice");
    await dialog.getByRole("button", { name: "Add channel", exact: true }).click();
    await expect(dialog.getByText("This header is given twice.").first()).toBeVisible();
    await dialog.getByLabel("Name of authorization", { exact: true }).fill("X-Tenant");
    await dialog.getByLabel("Value of X-Tenant").fill("tenant-7");
  });

  await test.step("the unsaved form sends them with its test", async () => {
    await dialog.getByRole("button", { name: "Send test" }).click();
    await expect(dialog.getByText("The test arrived")).toBeVisible();
    const [request] = await receiver.waitFor(1, { path });
    expect(request?.headers).toMatchObject({ authorization: "Bearer of-the-crm", "x-tenant": "tenant-7" });
  });

  const secret = await saveForSecret(dialog);

  await test.step("the list shows what it is limited to", async () => {
    const row = rowOf(page, name);
    await expect(row).toContainText("form.submitted");
    await expect(row).toContainText(project.name);
    await expect(row).toContainText("Feedback into the CRM, looked after by Robin");
    await expect(row).toContainText(`http://127.0.0.1:${receiver.port}/…`);
  });

  await test.step("an event of the project arrives, signed, with the headers; one of another project does not", async () => {
    const elsewhere = await submitForm(api, other.id);
    const id = await submitForm(api, project.id);
    const [, request] = await receiver.waitFor(2, { path });
    if (!request) throw new Error("The event did not arrive.");
    expect(request.headers).toMatchObject({ authorization: "Bearer of-the-crm", "x-tenant": "tenant-7" });
    expect(await verify(request, secret)).toMatchObject({
      test: false,
      event: { id, projectId: project.id },
    });
    await expect.poll(() => reasonOf(api, elsewhere, name)).toBe("project_not_selected");
  });

  await test.step("header values can be replaced and removed, and are nowhere on the page", async () => {
    const form = await edit(page, name);
    await form.getByRole("button", { name: /^Custom headers/ }).click();
    await expect(form.getByLabel("Name of Authorization")).not.toBeEditable();
    await expect(form.getByText("set", { exact: true })).toHaveCount(2);
    expect(await page.content()).not.toMatch(/of-the-crm|tenant-7/);
    await form.getByRole("button", { name: "Replace Authorization" }).click();
    await form.getByLabel("Value of Authorization").fill("Bearer renewed");
    await form.getByRole("button", { name: "Remove X-Tenant" }).click();
    await form.getByRole("button", { name: "Save changes" }).click();
    await expect(form).toBeHidden();
    await submitForm(api, project.id);
    const [, , request] = await receiver.waitFor(3, { path });
    expect(request?.headers.authorization).toBe("Bearer renewed");
    expect(request?.headers).not.toHaveProperty("x-tenant");
  });
});

test("an admin rotates a secret: both sign until the overlap is ended", async ({
  page,
  signIn,
  receiver,
  checkAccessibility,
}) => {
  const name = nameFor("Rotated");
  const path = `/crm-${unique()}`;
  const sendTest = async (count: number) => {
    await page.getByRole("button", { name: `Test ${name}` }).click();
    await expect(page.getByText("The test arrived")).toBeVisible();
    await page.getByRole("button", { name: "Done" }).click();
    const request = (await receiver.waitFor(count, { path }))[count - 1];
    if (!request) throw new Error("The test did not arrive.");
    return request;
  };
  await signIn("admin");
  const dialog = await openNewWebhook(page);
  await dialog.getByLabel("Endpoint URL").fill(receiver.url(path));
  await dialog.getByLabel("Name", { exact: false }).first().fill(name);
  const old = await saveForSecret(dialog);

  const form = await edit(page, name);
  await expect(form.getByRole("region", { name: "Signing secret" })).toContainText(
    /created (just now|\d+ s ago)/,
  );
  await form.getByRole("button", { name: "Rotate secret" }).click();
  const question = page.getByRole("alertdialog");
  await checkAccessibility(page);
  await question.getByRole("button", { name: "Rotate secret" }).click();
  const secret = await form.getByLabel("Signing secret", { exact: true }).innerText();
  expect(secret).toMatch(/^whsec_/);
  expect(secret).not.toBe(old);

  await test.step("Escape does not take the new secret away, and later it is nowhere", async () => {
    await page.keyboard.press("Escape");
    await expect(form.getByText(secret)).toBeVisible();
    await checkAccessibility(page);
    await form.getByRole("button", { name: "I have stored it" }).click();
    await expect(form.getByText(/The old secret stops signing in (24 h 0|23 h 59) min/)).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    await form.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("a request carries both signatures, and either secret verifies it", async () => {
    const request = await sendTest(1);
    expect(request.headers["x-aamu-signature"]?.match(/v1=/g)).toHaveLength(2);
    await verify(request, old);
    await verify(request, secret);
  });

  await test.step("once the overlap is ended the old secret verifies nothing any more", async () => {
    await edit(page, name);
    await form.getByRole("button", { name: "End overlap now" }).click();
    await question.getByRole("button", { name: "End overlap" }).click();
    await expect(page.getByText("The old secret no longer signs")).toBeVisible();
    await expect(form.getByText(/stops signing/)).toBeHidden();
    await form.getByRole("button", { name: "Cancel" }).click();
    const request = await sendTest(2);
    expect(request.headers["x-aamu-signature"]?.match(/v1=/g)).toHaveLength(1);
    await verify(request, secret);
    await expect(verify(request, old)).rejects.toThrow();
  });
});

test("whatever is done to a webhook is in the audit trail, without URL, header value or secret", async ({
  page,
  signIn,
  receiver,
}) => {
  const name = nameFor("Audited");
  const path = `/audited-${unique()}`;
  await signIn("owner");
  const dialog = await openNewWebhook(page);
  await dialog.getByLabel("Endpoint URL").fill(receiver.url(path));
  await dialog.getByLabel("Name", { exact: false }).first().fill(name);
  await dialog.getByRole("button", { name: /^Custom headers/ }).click();
  await addHeader(dialog, "X-Api-Key", "key-of-the-crm");
  const secret = await saveForSecret(dialog);

  const form = await edit(page, name);
  await pickEvent(form, "Form submitted");
  await form.getByRole("button", { name: "Save changes" }).click();
  await expect(rowOf(page, name)).toContainText("form.submitted");
  const toggle = page.getByRole("switch", { name: `${name} enabled` });
  for (const [on, word] of [
    [false, "Off"],
    [true, "No deliveries yet"],
  ] as const) {
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await toggle.click();
    await answered;
    await expect(toggle).toBeChecked({ checked: on });
    await expect(rowOf(page, name)).toContainText(word);
  }
  await edit(page, name);
  await form.getByRole("button", { name: "Rotate secret" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Rotate secret" }).click();
  await form.getByRole("button", { name: "I have stored it" }).click();
  await form.getByRole("button", { name: "End overlap now" }).click();
  await question.getByRole("button", { name: "End overlap" }).click();
  await expect(form.getByText(/stops signing/)).toBeHidden();
  await form.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await question.getByRole("textbox").fill(name);
  await question.getByRole("button", { name: "Delete channel" }).click();
  await expect(rowOf(page, name)).toHaveCount(0);

  await page.goto(`/acme/settings/integrations/audit?target=${encodeURIComponent(name)}`);
  for (const what of [
    "added the channel",
    "changed the channel",
    "switched off the channel",
    "switched on the channel",
    "rotated the secret of",
    "ended the overlap of secrets of",
    "deleted the channel",
  ]) {
    await expect(page.getByText(`${what} ${name}`)).toHaveCount(1);
  }
  const trail = await page.content();
  for (const hidden of [path, "key-of-the-crm", secret]) expect(trail).not.toContain(hidden);
});

test("the CRM page tells how to connect each system, in an address of its own", async ({
  page,
  signIn,
  checkAccessibility,
}) => {
  await signIn("admin");
  await page.goto(CRM);
  const recipes = page.getByRole("region", { name: "How to connect" });
  await expect(recipes.getByText("HubSpot does not check our signature")).toBeVisible();
  for (const [system, text] of [
    ["Salesforce", "Inside Salesforce: an Apex class on a public site"],
    ["Zapier and Make", "Catch Raw Hook"],
    ["Node", "createReceiver(process.env.WEBHOOK_SECRET, inbox).listen(4000)"],
    ["Python", "WEBHOOK_SECRET=whsec_… python3 receiver.py"],
  ] as const) {
    await recipes.getByRole("link", { name: system, exact: true }).click();
    await expect(recipes.getByText(text).first()).toBeVisible();
    await expect(recipes.getByRole("link", { name: system, exact: true })).toHaveAttribute(
      "aria-current",
      "true",
    );
  }
  await expect(page).toHaveURL(/recipe=python/);
  await page.reload();
  await expect(recipes.getByRole("region", { name: "receiver.py" })).toContainText("class Receiver");
  await recipes.getByRole("tab", { name: "Shell" }).click();
  await expect(recipes.getByRole("region", { name: "verify-aamu.sh" })).toContainText("openssl dgst");
  await checkAccessibility(page);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
