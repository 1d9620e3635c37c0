import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { browserLaunch } from "@/e2e/fixtures/browser";
import type { Lab } from "./lab";

export interface SignedIn {
  browser: Browser;
  /** A window of that width, signed in as the owner of the demo workspace. */
  window(width: number): Promise<BrowserContext>;
  /** The session, for requests without a browser. */
  cookie: string;
}

/** A real browser with a session. Ended with the measure. */
export async function signIn(lab: Lab): Promise<SignedIn> {
  const browser = await chromium.launch(browserLaunch());
  lab.endLater(() => browser.close());
  const context = await browser.newContext({ baseURL: lab.product.origin });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(DEMO.emails.owner);
  await page.getByLabel("Password", { exact: true }).fill(DEMO.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const storageState = await context.storageState();
  await context.close();
  return {
    browser,
    window: (width) =>
      browser.newContext({
        baseURL: lab.product.origin,
        storageState,
        viewport: { width, height: 900 },
        reducedMotion: "no-preference",
      }),
    cookie: storageState.cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
  };
}
