import { expect, test } from "../fixtures/test";
import { dataFolder, startProduct } from "./own-product";

test.describe.configure({ timeout: 180_000 });

test("an empty product makes its first owner in the browser, once", async ({
  page,
  browser,
  checkAccessibility,
}) => {
  const folder = dataFolder();
  const product = await startProduct(folder.path, { SEED_DEMO: "0" });
  try {
    await product.ready();
    const second = await (await browser.newContext()).newPage();
    await second.goto(`${product.origin}/setup`);
    await page.goto(`${product.origin}/sign-in`);
    await expect(page).toHaveURL(`${product.origin}/setup`);
    await checkAccessibility(page);

    await page.getByLabel("Your name").fill("Nia New");
    await page.getByLabel("Email").fill("nia@harbour.test");
    await page.getByLabel("Password", { exact: true }).fill("12345678");
    await page.getByLabel("Workspace name").fill("Harbour Team");
    await page.getByRole("button", { name: "Create account and workspace" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
    await page.getByLabel("Password", { exact: true }).fill("seven quiet lanterns");
    await page.getByRole("button", { name: "Create account and workspace" }).click();
    await expect(page).toHaveURL(`${product.origin}/harbour-team`);
    await page.goto(`${product.origin}/harbour-team/settings/general`);
    await expect(page.getByLabel("Language and region")).toHaveValue("en-GB");

    await test.step("whoever had the page open is too late", async () => {
      await second.getByLabel("Your name").fill("Late Comer");
      await second.getByLabel("Email").fill("late@harbour.test");
      await second.getByLabel("Password", { exact: true }).fill("seven quiet lanterns");
      await second.getByLabel("Workspace name").fill("Late Team");
      await second.getByRole("button", { name: "Create account and workspace" }).click();
      await expect(second.getByRole("alert").filter({ hasText: "set up already" })).toBeVisible();
      await second.goto(`${product.origin}/setup`);
      await expect(second).toHaveURL(`${product.origin}/sign-in`);
    });
  } finally {
    await folder.remove();
  }
});
