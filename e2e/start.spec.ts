import { expect, test } from "./fixtures/test";

test("health answers without any key", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
});

test("the product is ready and its sign-in page opens", async ({ request, page }) => {
  expect((await request.get("/api/ready")).status()).toBe(200);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in to Carillon" })).toBeVisible();
});

test("the demo owner signs in and lands in the workspace", async ({ page, signIn }) => {
  await signIn("owner");
  await expect(page).toHaveURL(/\/acme/);
});

test("the demo key may read the workspace", async ({ api }) => {
  const response = await api.get("/api/v1/channels");
  expect(response.status()).toBe(200);
  const { data } = (await response.json()) as { data: { name: string }[] };
  expect(data.length).toBeGreaterThanOrEqual(4);
});
